import { onRecord } from "../accounts/audit-store.ts";
import { canManagePrivacy } from "../accounts/permissions.ts";
import { forbidden, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { type PackFile, zip } from "../evidence/zip.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { casesAbout } from "./find-person-store.ts";
import { inkOutOthers, mentions, type Person, readPerson } from "./person.ts";
import { type PersonRecord, personRecord } from "./person-record-store.ts";
import { addPrivacyAct } from "./privacy-act-store.ts";
import { badPerson, type PersonInput } from "./redact-person.ts";

/**
 * Everything this viewer may see about a person, to be handed to them: their own mails whole, letters that went to them, and
 * of what others wrote only the lines that name them, with everybody else inked out. Nothing of a sealed case.
 */
export async function exportPerson(
  db: Db,
  viewer: Viewer,
  { who, words, now }: PersonInput & { now: Instant },
): Promise<{ ok: true; name: string; bytes: Uint8Array } | Refusal> {
  if (!canManagePrivacy(viewer)) return forbidden("hand out a person's data");
  const person = readPerson(who, words);
  if (person === null) return badPerson();
  const cases = await casesAbout(db, viewer, person);
  const files: PackFile[] = [];
  const told = [];
  for (const { id, ref, type, openedAt } of cases) {
    const record = await personRecord(db, id, person);
    const mails = record.mails.map((mail) => ({ ...mail, raw: undefined }));
    for (const { raw, sha256 } of record.mails)
      if (raw) files.push({ path: `mails/${ref}-${sha256.slice(0, 16)}.eml`, bytes: raw });
    told.push({ case: ref, type, openedAt: toIso(openedAt), mails, ...restOf(record, person) });
  }
  const json = `${JSON.stringify({ madeAt: toIso(now), about: person.value, cases: told }, null, 2)}\n`;
  const all = [text("README.txt", README), text("what-is-known.json", json), ...files];
  const counts = { mails: files.length, records: cases.length, left: 0 };
  const by = viewer.userId;
  await onRecord(db, by, { kind: "export", what: "a person's data" }, async (tx) => {
    await addPrivacyAct(tx, { at: now, by, kind: "export" }, counts);
    return true;
  });
  return { ok: true, name: "what-is-known.zip", bytes: zip(all, now) };
}

const README = `What this abuse desk keeps about the address asked for.

what-is-known.json   every case that names it: when, what kind, the letters that were
                     written to it, and the lines in which others name it. Other
                     people's addresses are inked out.
mails/               the mails that came from it, as they arrived.
`;

function restOf({ letters, texts }: PersonRecord, person: Person) {
  const lines = texts
    .flatMap((one) => one.split("\n"))
    .filter((line) => mentions(line, person).length > 0);
  return {
    letters: letters.map(({ at, ...letter }) => ({ at: toIso(at), ...letter })),
    namedIn: [...new Set(lines.map((line) => inkOutOthers(line.trim(), person)))],
  };
}

function text(path: string, words: string): PackFile {
  return { path, bytes: Buffer.from(words, "utf8") };
}
