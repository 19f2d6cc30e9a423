import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { seal } from "../config/secret.ts";
import { readTemplates } from "../drafting/files.ts";
import { pendingSightings } from "../intake/pending-store.ts";
import { storeArrivals } from "../intake/store.ts";
import { deliverDue } from "../outbox/deliver.ts";
import { listCounted } from "../reports/case-list-store.ts";
import { readFigures } from "../reports/figures-store.ts";
import { makeTransparency } from "../reports/make-transparency.ts";
import { casesCsv, casesJson } from "../reports/write-cases.ts";
import { listRuns } from "../rules/rule-store.ts";
import { findTexts } from "../search/find-texts-store.ts";
import { jumpsTo } from "../search/jump-store.ts";
import { parseQuery } from "../search/parse-query.ts";
import { aDesk, random, THREAD_KEY } from "../testing/a-desk.ts";
import { SECRET_KEY } from "../testing/a-letter-queue.ts";
import { aPoliceLetter, aServerLetter } from "../testing/a-police-letter.ts";
import { SmtpSink } from "../testing/smtp-sink.ts";
import { addNote } from "./add-note.ts";
import { attachFile } from "./attach-file.ts";
import { readCase } from "./case-view-store.ts";
import { correctFact } from "./correct-fact.ts";
import { editDraft } from "./edit-draft.ts";
import { listMitigations } from "./mitigation-store.ts";
import { openCase } from "./open-case.ts";
import { planFollowUp } from "./plan-follow-up.ts";
import { listQuarantine } from "./quarantine-store.ts";
import { TABS } from "./queue.ts";
import { listQueue } from "./queue-store.ts";
import { countTabs } from "./queue-window-store.ts";
import { recordSent } from "./record-sent.ts";
import { sendReply } from "./send-reply.ts";
import { readTrouble } from "./trouble-store.ts";

const NOW = Date.parse("2026-11-19T12:00:00Z");
/** What a colleague may know of a case that is not sealed, the police's own words, and ours. */
const PARTS = ["name", "sender", "subject", "messageid", "header", "body", "signature", "filename"];
const OURS = [
  "file",
  "note",
  "draft",
  "attached",
  "attachedname",
  "reference",
  "later",
  "recipient",
];
const sealed = (part: string) => `kestrel${part}quay`;
const open = (part: string) => `marmot${part}quay`;
const ALL = [...PARTS, ...OURS];

let desk: Awaited<ReturnType<typeof aDesk>>;
let sink: SmtpSink;
let sealedId: string;
const logged: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => logged.push(String(text)) > 0);
  for (const name of ["log", "warn", "error", "info"] as const)
    vi.spyOn(console, name).mockImplementation((...said) => void logged.push(said.join(" ")));
  sink = await SmtpSink.start();
  desk = await aDesk();
  await desk.db.mailbox.update({
    where: { id: desk.mailbox.id },
    data: {
      smtpHost: "127.0.0.1",
      smtpPort: sink.port,
      smtpSecurity: "none",
      smtpPassword: seal("test-abuse", "smtp-password", SECRET_KEY),
    },
  });
  await take(aServerLetter(open), open);
  sealedId = await take(aPoliceLetter(sealed), sealed);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await sink.stop();
  await desk.close();
});

/** All that can be done with a case, with a word in each place. */
async function take(raw: Buffer, word: (part: string) => string): Promise<string> {
  const { db, people } = desk;
  const arrival = { raw, via: "import" as const, at: null, source: null, archive: false };
  await storeArrivals(db, [arrival], NOW);
  const [sightingId = ""] = await pendingSightings(db, 1);
  const templates = (await readTemplates("templates")).templates;
  const deps = { templates, threadKey: THREAD_KEY, random, now: NOW };
  const { caseId } = await openCase(db, sightingId, deps);
  const id = caseId ?? "";
  const owner = people.owner;
  expect(await addNote(db, owner, { caseId: id, text: word("note"), now: NOW })).toMatchObject({
    ok: true,
  });
  const seen = await readCase(db, owner, id);
  const complaintId = seen?.complaintList[0]?.id ?? "";
  const fact = { field: "reference" as const, from: null, to: `${word("reference")}-77` };
  expect(
    await correctFact(
      db,
      owner,
      { caseId: id, caseVersion: seen?.version ?? 0, complaintId, ...fact },
      deps,
    ),
  ).toMatchObject({ ok: true });
  await putLetter(id, word);
  const follow = { caseId: id, days: 3, reason: word("later"), now: NOW };
  await planFollowUp(db, owner, follow);
  return id;
}

async function putLetter(caseId: string, word: (part: string) => string): Promise<void> {
  const { db, people } = desk;
  let draft = (await readCase(db, people.owner, caseId))?.drafts[0];
  if (!draft) {
    await db.draft.create({
      data: {
        caseId,
        audience: "authority",
        template: "none",
        language: "en",
        to: [],
        subject: "Re",
        text: "",
        gaps: [],
        updatedAt: new Date(NOW),
      },
    });
    draft = (await readCase(db, people.owner, caseId))?.drafts[0];
  }
  const letter = {
    caseId,
    draftId: draft?.id ?? "",
    to: [`${word("recipient")}@answers.example`],
    subject: `Re: ${word("draft")}`,
    text: `We have ${word("draft")} for you.`,
    now: NOW,
  };
  const put = await editDraft(db, people.owner, { ...letter, draftVersion: draft?.version ?? 0 });
  expect(put).toMatchObject({ ok: true });
  const file = {
    name: `${word("attachedname")}.txt`,
    mediaType: "text/plain",
    about: word("attached"),
    bytes: Buffer.from(word("attached")),
  };
  for (let times = 0; times < 2; times += 1)
    expect(await attachFile(db, people.owner, letter, file)).toMatchObject({ ok: true });
  const now = await readCase(db, people.owner, caseId);
  const sent = await sendReply(
    db,
    people.owner,
    {
      ...letter,
      caseVersion: now?.version ?? 0,
      draftVersion: now?.drafts[0]?.version ?? 0,
      confirmed: now?.checklist.map(({ id }) => id) ?? [],
    },
    { threadKey: THREAD_KEY, random },
  );
  expect(sent).toMatchObject({ ok: true });
  await deliverDue(db, { secretKey: SECRET_KEY, settle: recordSent, now: () => NOW + 60_000 });
}

/** All that a person is shown, as JSON. */
async function shownTo(viewer: Viewer): Promise<string> {
  const { db } = desk;
  const lists = TABS.map((tab) => listQueue(db, viewer, { tab, size: 50, after: null, now: NOW }));
  const found = [...ALL.map(sealed), ...ALL.map(open)].map(async (words) => {
    const { texts, count } = await findTexts(db, viewer, parseQuery(words), {
      size: 20,
      after: null,
    });
    return [texts, count, await jumpsTo(db, viewer, `${words}-77`)];
  });
  const days = Math.floor(NOW / 86_400_000);
  const period = { from: days - 30, to: days + 1 };
  const asked = { period, relayId: null, behind: {}, now: NOW };
  const files: string[] = [];
  for (const file of [casesCsv, casesJson])
    for await (const part of file(listCounted(db, viewer, asked))) files.push(part);
  const all = await Promise.all([
    ...lists,
    ...found,
    countTabs(db, viewer, NOW),
    readCase(db, viewer, sealedId),
    readTrouble(db, viewer),
    listQuarantine(db, viewer),
    listMitigations(db, viewer),
    listRuns(db, 50),
    readFigures(db, viewer, { ...asked, unit: "week" }),
    makeTransparency(db, viewer, { period, now: NOW }),
  ]);
  return JSON.stringify([all, files]);
}

test("the letter was understood as one of the police, kept whole, and answered", async () => {
  const view = await readCase(desk.db, desk.people.owner, sealedId);
  expect(view).toMatchObject({ sealed: true, type: "law_enforcement" });
  const text = JSON.stringify(view);
  for (const part of ["sender", "subject", "body", "note", "draft", "reference", "filename"])
    expect(text, part).toContain(sealed(part));
  const raw = sink.mails.map((mail) => mail.raw).join("");
  for (const part of ["draft", "attachedname"]) expect(raw, part).toContain(sealed(part));
  const attached = await desk.db.letterAttachment.findMany({ select: { name: true } });
  expect(attached.filter(({ name }) => name.includes(sealed("attachedname")))).toHaveLength(1);
});

test("whoever is not named is shown no word of it, and its owner finds every one", async () => {
  for (const role of ["operator", "read-only", "delegate"] as const) {
    const shown = await shownTo(desk.people[role]);
    expect(shown, role).not.toContain("kestrel");
    expect(shown, role).not.toContain(sealedId);
    if (role !== "delegate") expect(shown, role).toContain(open("subject"));
  }
  const owner = await shownTo(desk.people.owner);
  for (const part of ["sender", "subject", "body", "note", "draft"])
    expect(owner, part).toContain(sealed(part));
});

test("no byte of it is in the database, its log, a copy of it, or what was logged", async () => {
  const folder = path.dirname(desk.url.replace("file:", ""));
  await desk.db.$executeRawUnsafe(`VACUUM INTO '${path.join(folder, "copy.db")}'`);
  const names = readdirSync(folder).filter((name) => !name.endsWith(".keys"));
  expect(names.length).toBeGreaterThan(1);
  const bytes = Buffer.concat(names.map((name) => readFileSync(path.join(folder, name))));
  for (const part of ALL) expect(bytes.includes(sealed(part)), part).toBe(false);
  // The same words of the other case are there, in all places that are not packed.
  for (const part of ["sender", "subject", "body", "note", "draft", "attachedname", "reference"])
    expect(bytes.includes(open(part)), part).toBe(true);
  expect(logged.join("\n")).not.toContain("kestrel");
  rmSync(path.join(folder, "copy.db"));
});
