import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aConsensus } from "../testing/a-consensus.ts";
import {
  aDesk,
  aDraft,
  aForm,
  arrive,
  aTriage,
  NOW,
  random,
  THREAD_KEY,
} from "../testing/a-desk.ts";
import { attachExits } from "./attach-exits.ts";
import { attachFile } from "./attach-file.ts";
import { MAX_ATTACHED_BYTES, MAX_ATTACHED_FILES } from "./attachment.ts";
import { listAttachments, readAttachment } from "./attachment-store.ts";
import { putDrafts } from "./case-store.ts";
import { readCase } from "./case-view-store.ts";
import { detachFile } from "./detach-file.ts";
import { learnNetwork } from "./learn-network.ts";
import { sendReply } from "./send-reply.ts";
import { undoSend } from "./undo-send.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());
let caseId: string;
let draftId: string;
beforeEach(async () => {
  await desk.db.caseHold.deleteMany();
  await desk.db.timelineEntry.deleteMany();
  await desk.db.outboxMail.deleteMany();
  await desk.db.draft.deleteMany();
  await desk.db.attachedFile.deleteMany();
  await desk.db.complaint.deleteMany();
  await desk.db.case.deleteMany();
  const opened = await arrive(desk.db, aTriage());
  caseId = opened.caseId ?? "";
  draftId = (await form()).draftId;
});

const form = () => aForm(desk.db, desk.people.operator, caseId);
const to = () => ({ caseId, draftId, now: NOW });
const file = (text: string, name = "a.csv") => ({
  name,
  mediaType: "text/csv",
  about: "a list",
  bytes: Buffer.from(text),
});
const attach = (text: string, name?: string, viewer = desk.people.operator) =>
  attachFile(desk.db, viewer, to(), file(text, name));
const attached = (viewer = desk.people.operator) => listAttachments(desk.db, viewer, caseId);
const send = async (input?: Awaited<ReturnType<typeof form>>) =>
  sendReply(desk.db, desk.people.operator, input ?? (await form()), {
    threadKey: THREAD_KEY,
    random,
  });
const timeline = async () =>
  (await readCase(desk.db, desk.people.owner, caseId))?.timeline.map(({ text }) => text) ?? [];

test("an attached file is listed, can be looked at and removed, and the timeline says so", async () => {
  await attach("1,2");
  const [one] = await attached();
  expect(one).toMatchObject({ draftId, letterId: null, name: "a.csv", size: 3, about: "a list" });
  expect(one?.sha256).toMatch(/^[0-9a-f]{64}$/);
  const read = await readAttachment(desk.db, desk.people.operator, one?.id ?? "");
  expect(Buffer.from(read?.bytes ?? []).toString()).toBe("1,2");
  const removed = { ...to(), attachmentId: one?.id ?? "" };
  expect(await detachFile(desk.db, desk.people.operator, removed)).toEqual({ ok: true });
  expect(await attached()).toEqual([]);
  expect(await desk.db.attachedFile.count()).toBe(0);
  expect((await timeline()).slice(-2)).toEqual([
    "Attached to the letter to the complainant: a.csv (3 bytes), a list",
    "Removed from the letter to the complainant: a.csv",
  ]);
});

test("who opened the page before the file was attached or removed sends nothing", async () => {
  const before = await form();
  await attach("1,2");
  expect(await send(before)).toMatchObject({ ok: false, code: "case-changed" });
  expect(await desk.db.outboxMail.count({ where: { caseId } })).toBe(0);
});

test("what was reviewed is what goes: the letter keeps its files whatever becomes of the draft", async () => {
  await attach("one");
  await attach("two", "b.csv");
  const sent = await send();
  if (!sent.ok) throw new Error(sent.text);
  const frozen = async () =>
    (await attached()).filter(({ letterId }) => letterId === sent.outboxId).map(({ name }) => name);
  expect(await frozen()).toEqual(["a.csv", "b.csv"]);
  expect((await timeline()).at(-1)).toMatch(
    /^Approved for .*, with a\.csv \(SHA-256 [0-9a-f]{64}\), b\.csv/,
  );
  expect(await attach("three")).toMatchObject({ ok: false, code: "already-sent" });
  const [first] = await attached();
  const removal = { ...to(), attachmentId: first?.id ?? "" };
  expect(await detachFile(desk.db, desk.people.operator, removal)).toMatchObject({
    code: "already-sent",
  });

  await undoSend(desk.db, desk.people.operator, { caseId, outboxId: sent.outboxId, now: NOW });
  await attach("another");
  const rows = await desk.db.letterAttachment.findMany({
    where: { letterId: sent.outboxId, name: "a.csv" },
    include: { file: true },
  });
  expect(rows.map((row) => Buffer.from(row.file.bytes).toString())).toEqual(["one"]);

  const again = await send();
  if (!again.ok) throw new Error(again.text);
  const next = await desk.db.letterAttachment.findMany({
    where: { letterId: again.outboxId },
    include: { file: true },
    orderBy: { name: "asc" },
  });
  expect(next.map((row) => Buffer.from(row.file.bytes).toString())).toEqual(["another", "two"]);
});

test("a file of the same name takes the place of the one before", async () => {
  await attach("old");
  await attach("new");
  expect((await attached()).map(({ name, size }) => [name, size])).toEqual([["a.csv", 3]]);
});

test("too much is refused with the remedy, and nothing is changed", async () => {
  const large = { ...file(""), bytes: Buffer.alloc(MAX_ATTACHED_BYTES - 10) };
  expect(await attachFile(desk.db, desk.people.operator, to(), large)).toEqual({ ok: true });
  const answer = await attach("eleven byte", "b.csv");
  expect(answer).toMatchObject({ ok: false, code: "files-too-large" });
  expect("text" in answer && answer.text).toContain("7.0 MB");
  expect(await attached()).toHaveLength(1);
});

test("a letter takes a few files, not any number", async () => {
  for (let at = 0; at < MAX_ATTACHED_FILES; at++) await attach("x", `${at}.csv`);
  expect(await attach("x", "more.csv")).toMatchObject({ ok: false, code: "too-many-files" });
  expect(await attach("y", "3.csv")).toEqual({ ok: true });
});

test("a further mail's letter does not carry what went with the last one", async () => {
  await attach("one");
  await send();
  await desk.db.outboxMail.updateMany({ where: { caseId }, data: { state: "sent" } });
  const drafts = [aDraft({ text: "A further answer." })];
  await desk.db.$transaction((tx) => putDrafts(tx, caseId, drafts, { now: NOW, again: true }));
  expect((await attached()).filter(({ letterId }) => letterId === null)).toEqual([]);
});

test("readers attach nothing, and the files of a sealed case are not there for others", async () => {
  expect(await attach("x", "a.csv", desk.people["read-only"])).toMatchObject({ code: "forbidden" });
  await attach("secret");
  await desk.db.case.update({ where: { id: caseId }, data: { sealed: true } });
  expect(await attached()).toEqual([]);
  const [one] = await attached(desk.people.owner);
  expect(await readAttachment(desk.db, desk.people.operator, one?.id ?? "")).toBeNull();
  expect(await readAttachment(desk.db, desk.people.owner, one?.id ?? "")).not.toBeNull();
  expect(await attach("x")).toMatchObject({ code: "not-found" });
});

test("the exits that reach a target are attached from the kept network, with their age", async () => {
  const asked = { target: "198.51.100.1:22", form: "csv" } as const;
  expect(await attachExits(desk.db, desk.people.operator, to(), asked)).toMatchObject({
    code: "no-network",
  });
  const text = aConsensus("2026-02-01 10:00:00", [
    { nickname: "seven", ip: "192.0.2.7", p: "accept 22" },
  ]);
  const files = [{ name: "consensus", bytes: Buffer.from(text), modifiedAt: null }];
  await learnNetwork(desk.db, desk.people.owner, { files, now: NOW });
  expect(await attachExits(desk.db, desk.people.operator, to(), asked)).toEqual({ ok: true });
  const [one] = await attached();
  expect(one).toMatchObject({
    name: "tor-exits-198.51.100.1-22.csv",
    about: "1 exit whose policy allows 198.51.100.1:22, consensus of 2026-02-01T10:00:00Z",
  });
  const none = { target: "198.51.100.1:23", form: "nftables" } as const;
  expect(await attachExits(desk.db, desk.people.operator, to(), none)).toMatchObject({
    code: "no-exits",
  });
  const bad = { target: "198.51.100.1:x", form: "csv" } as const;
  expect(await attachExits(desk.db, desk.people.operator, to(), bad)).toMatchObject({
    code: "bad-target",
  });
});
