import { canManagePrivacy } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { casesAbout } from "./find-person-store.ts";
import { readPerson } from "./person.ts";
import type { PrivacyCounts } from "./privacy-act.ts";
import { addPrivacyAct } from "./privacy-act-store.ts";
import { redactCase } from "./redact-case-store.ts";
import { forgetWords } from "./search-merge-store.ts";

export type PersonInput = { who: string; words: readonly string[] };

/**
 * Inks a person out of every closed case that names them: texts, facts, letters, notes, and the mails themselves, which are
 * replaced by a redacted copy that bears both hashes. Held and open cases and letters that did not certainly leave are left
 * and counted; sealed cases are not touched and not told.
 */
export async function redactPerson(
  db: Db,
  viewer: Viewer,
  { who, words, now }: PersonInput & { now: Instant },
): Promise<({ ok: true } & PrivacyCounts) | Refusal> {
  if (!canManagePrivacy(viewer)) return forbidden("redact a person's data");
  const person = readPerson(who, words);
  if (person === null) return badPerson();
  const counts = { mails: 0, records: 0, left: 0 };
  for (const { id, left } of await casesAbout(db, viewer, person)) {
    const done =
      left === null ? await redactCase(db, id, person, { now, by: viewer.userId }) : null;
    if (done === null) counts.left += 1;
    else {
      counts.records += 1;
      counts.mails += done.mails;
    }
  }
  await addPrivacyAct(db, { at: now, by: viewer.userId, kind: "redact" }, counts);
  await forgetWords(db);
  return { ok: true, ...counts };
}

export function badPerson(): Refusal {
  return refuse(
    "bad-person",
    "Type one mail address or one IP address; further words have at least four characters each.",
  );
}
