import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { saveBlock } from "../blocks/save-block.ts";
import { readSecretKey, seal } from "../config/secret.ts";
import { readTemplates } from "../drafting/files.ts";
import { pendingSightings } from "../intake/pending-store.ts";
import { storeArrivals } from "../intake/store.ts";
import { deliverDue } from "../outbox/deliver.ts";
import { aDesk, random, THREAD_KEY } from "../testing/a-desk.ts";
import { SECRET_KEY } from "../testing/a-letter-queue.ts";
import { aPoliceLetter, aServerLetter } from "../testing/a-police-letter.ts";
import { EVERY_READING } from "../testing/every-reading.ts";
import { inAnyForm } from "../testing/in-any-form.ts";
import { SmtpSink } from "../testing/smtp-sink.ts";
import { addNote } from "./add-note.ts";
import { attachFile } from "./attach-file.ts";
import { readCase } from "./case-view-store.ts";
import { correctFact } from "./correct-fact.ts";
import { editDraft } from "./edit-draft.ts";
import { holdCase } from "./hold-case.ts";
import { noteReading } from "./note-reading-store.ts";
import { openCase } from "./open-case.ts";
import { planFollowUp } from "./plan-follow-up.ts";
import { proposeMitigation } from "./propose-mitigation.ts";
import { recordSent } from "./record-sent.ts";
import { sendReply } from "./send-reply.ts";

const NOW = Date.parse("2026-11-19T12:00:00Z");
/** What a colleague may know of a case that is not sealed, the police's own words, and ours. */
const PARTS = [
  "name",
  "sender",
  "subject",
  "messageid",
  "thread",
  "header",
  "body",
  "signature",
  "filename",
  "wide",
];
const OURS = [
  "file",
  "note",
  "draft",
  "attached",
  "attachedname",
  "reference",
  "later",
  "recipient",
  "held",
  "blocked",
  "mitigated",
];
/** What all words of sealed cases begin with, of open ones, and of the letter the worker opens. */
const SECRET = "kestrelheron";
const OPEN = "marmototters";
const sealed = (part: string) => `${SECRET}${part}quay`;
const open = (part: string) => `${OPEN}${part}quay`;
const late = (part: string) => `${SECRET}late${part}quay`;
const ALL = [...PARTS, ...OURS];

let desk: Awaited<ReturnType<typeof aDesk>>;
let sink: SmtpSink;
let sealedId: string;
const logged: string[] = [];
/** Whatever is put aside for a moment goes here, and is looked at. */
const scratch = mkdtempSync(path.join(tmpdir(), "exitdesk-seal-"));
vi.stubEnv("TMPDIR", scratch);

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
  // A sealed case is held from the start.
  await holdCase(db, owner, { caseId: id, reason: word("held"), now: NOW });
  const block = { kind: "list", status: "blocked", since: null, followUpAt: null } as const;
  const written = { name: word("blocked"), contact: word("blocked"), relays: [] };
  expect(
    await saveBlock(db, owner, { ...block, ...written, id: null, caseId: id, now: NOW }),
  ).toMatchObject({ ok: true });
  const stop = { lines: "reject 203.0.113.5:22", relays: ["lilac"], days: 3 };
  await proposeMitigation(db, owner, { caseId: id, ...stop, reason: word("mitigated"), now: NOW });
  await noteReading(db, owner, { id, sealed: seen?.sealed ?? false }, "case page");
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

/** All that a person is shown, as JSON, by what it is. */
async function shownTo(viewer: Viewer): Promise<Map<string, string>> {
  const { db } = desk;
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);
  const asked = {
    now: NOW,
    caseIds: await ids(db.case.findMany()),
    mailIds: await ids(db.complaint.findMany()),
    letterIds: await ids(db.outboxMail.findMany()),
    fileIds: [
      ...(await ids(db.draftAttachment.findMany())),
      ...(await ids(db.letterAttachment.findMany())),
    ],
    words: [...ALL.map(sealed), ...ALL.map(open)],
    addresses: [sealed, open].flatMap((word) => [
      `${word("sender")}@northshire-police.example`,
      `${word("sender")}@shop.example`,
      `${word("recipient")}@answers.example`,
    ]),
  };
  const shown = new Map<string, string>();
  for (const [name, read] of Object.entries(EVERY_READING))
    shown.set(name, JSON.stringify((await read(db, viewer, asked)) ?? null));
  return shown;
}

/** A second letter of the police, opened by the worker as the desk runs it; what it wrote to its log. */
async function openByWorker(): Promise<string> {
  const { db, url } = desk;
  const raw = aPoliceLetter(late);
  await storeArrivals(db, [{ raw, via: "import", at: null, source: null, archive: false }], NOW);
  const folder = path.dirname(url.replace("file:", ""));
  readSecretKey(folder);
  const child = fork(path.join(import.meta.dirname, "..", "worker", "main.ts"), [], {
    silent: true,
    env: { DATA_DIR: folder, DATABASE_URL: url, TMPDIR: scratch, NODE_ENV: "production" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      said += String(chunk);
    });
  const waiting = () => db.sighting.count({ where: { triagedAt: null, outcome: "stored" } });
  for (let times = 0; times < 200 && (await waiting()) > 0; times += 1) await sleep(100);
  expect(await waiting()).toBe(0);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  return said;
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

test("whoever is not named is shown no word of it, wherever they look; its owner finds every one", async () => {
  for (const role of ["operator", "read-only", "delegate"] as const) {
    const shown = await shownTo(desk.people[role]);
    for (const [name, text] of shown) {
      expect(inAnyForm(Buffer.from(text), SECRET), `${role}: ${name}`).toEqual([]);
      expect(text, `${role}: ${name}`).not.toContain(sealedId);
    }
    if (role !== "delegate") expect([...shown.values()].join("")).toContain(open("subject"));
  }
  const owner = [...(await shownTo(desk.people.owner)).values()].join("");
  for (const part of ["sender", "subject", "body", "note", "draft", "header", "attached"])
    expect(owner, part).toContain(sealed(part));
});

test("the worker opens such a letter without a word of it in its log", async () => {
  logged.push(await openByWorker());
  expect(await desk.db.case.count({ where: { sealed: true } })).toBe(2);
});

test("no byte of it, in any form, is in the database, its log, a backup, a file put aside, or what was logged", async () => {
  const { db, url } = desk;
  const folder = path.dirname(url.replace("file:", ""));
  await db.$executeRawUnsafe(`VACUUM INTO '${path.join(folder, "copy.db")}'`);
  const env = { DATA_DIR: folder, DATABASE_URL: url, NODE_ENV: "production" as const };
  const backup = ["bin/commands/main.ts", "backup", path.join(folder, "backup")];
  logged.push(execFileSync(process.execPath, backup, { env, encoding: "utf8" }));
  const files = filesBelow(scratch).filter((name) => !/\.keys?$/.test(name));
  for (const name of ["copy.db", "desk.db", "desk.db-wal", "backup/desk.db", "backup/backup.json"])
    expect(files).toContain(path.join(folder, name));
  let plain = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    expect(inAnyForm(bytes, SECRET), file).toEqual([]);
    if (inAnyForm(bytes, OPEN).length > 0) plain += 1;
  }
  expect(plain).toBeGreaterThan(2);
  // The same words of the other case are there, in all places that are not packed.
  const bytes = Buffer.concat(files.map((name) => readFileSync(name)));
  for (const part of [
    "sender",
    "subject",
    "body",
    "note",
    "draft",
    "attachedname",
    "reference",
    "held",
  ])
    expect(bytes.includes(open(part)), part).toBe(true);
  expect(inAnyForm(Buffer.from(logged.join("\n")), SECRET)).toEqual([]);
  rmSync(scratch, { recursive: true, force: true });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile());
}
