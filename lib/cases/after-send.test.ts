import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import type { Draft } from "../drafting/draft.ts";
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
import { answerElsewhere } from "./answer-elsewhere.ts";
import { readCase } from "./case-view-store.ts";
import { closeCase } from "./close-case.ts";
import { recordSent } from "./record-sent.ts";
import { type SendInput, sendReply } from "./send-reply.ts";
import { undoSend } from "./undo-send.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let operator: Viewer;

beforeAll(async () => {
  desk = await aDesk();
  operator = desk.people.operator;
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  await desk.db.caseHold.deleteMany();
  await desk.db.timelineEntry.deleteMany();
  await desk.db.outboxMail.deleteMany();
  await desk.db.draft.deleteMany();
  await desk.db.complaint.deleteMany();
  await desk.db.case.deleteMany();
});

/** A case that arrived, as the operator's page shows it, and the form as it would be posted. */
async function aCase(
  given: Parameters<typeof aTriage>[0] = {},
  viewer: Viewer = desk.people.owner,
): Promise<SendInput> {
  const { caseId } = await arrive(desk.db, aTriage(given));
  return await formOf(caseId ?? "", viewer);
}

const formOf = (caseId: string, viewer: Viewer = desk.people.owner) =>
  aForm(desk.db, viewer, caseId);

const send = (input: SendInput, viewer: Viewer = operator) =>
  sendReply(desk.db, viewer, input, { threadKey: THREAD_KEY, random });
const settle = (outboxId: string, outcome: "sent" | "failed" | "unknown", answer: string | null) =>
  desk.db.$transaction(async (tx) => {
    await tx.outboxMail.update({ where: { id: outboxId }, data: { state: outcome, answer } });
    return await recordSent(tx, { outboxId, outcome, answer, at: NOW });
  });
const view = async (caseId: string) => {
  const found = await readCase(desk.db, desk.people.owner, caseId);
  if (!found) throw new Error("no case");
  return found;
};

test("an approval is taken back within the window, changed, and sent with the changed words", async () => {
  const form = await aCase();
  const first = await send(form);
  if (!first.ok) throw new Error(first.text);
  const undo = { caseId: form.caseId, outboxId: first.outboxId, now: NOW + 1000 };
  expect(await undoSend(desk.db, operator, undo)).toEqual({ ok: true });
  expect(await view(form.caseId)).toMatchObject({ state: "open" });
  expect(await undoSend(desk.db, operator, undo)).toMatchObject({ code: "too-late" });
  const again = await send({ ...(await formOf(form.caseId)), text: "Other words." });
  expect(again.ok).toBe(true);
  const mails = await desk.db.outboxMail.findMany({ orderBy: { id: "asc" } });
  expect(mails.map((mail) => [mail.state, mail.text])).toEqual([
    ["cancelled", "The address is a Tor exit."],
    ["queued", "Other words."],
  ]);
});

test("what the worker has taken cannot be taken back; other people's undo is refused", async () => {
  const form = await aCase();
  const sent = await send(form);
  if (!sent.ok) throw new Error(sent.text);
  const undo = { caseId: form.caseId, outboxId: sent.outboxId, now: NOW };
  expect(await undoSend(desk.db, desk.people["read-only"], undo)).toMatchObject({
    code: "forbidden",
  });
  await desk.db.outboxMail.updateMany({ data: { state: "sending" } });
  expect(await undoSend(desk.db, operator, undo)).toMatchObject({ code: "too-late" });
});

test("a letter one of two recipients has already cannot be taken back", async () => {
  const form = await aCase();
  const sent = await send({ ...form, to: ["a@reporter.example", "b@reporter.example"] });
  if (!sent.ok) throw new Error(sent.text);
  const verdicts = {
    "a@reporter.example": { state: "sent", answer: "250 ok" },
    "b@reporter.example": { state: "retry", answer: "451 later" },
  };
  await desk.db.outboxMail.updateMany({ data: { state: "queued", verdicts } });
  const undo = { caseId: form.caseId, outboxId: sent.outboxId, now: NOW };
  expect(await undoSend(desk.db, operator, undo)).toMatchObject({ code: "too-late" });
});

test("sent: the case is answered and closed, and told so once", async () => {
  const form = await aCase();
  const sent = await send(form);
  if (!sent.ok) throw new Error(sent.text);
  expect(await settle(sent.outboxId, "sent", "250 ok queued as 1")).toBe(true);
  await settle(sent.outboxId, "sent", "250 ok queued as 1");
  const found = await view(form.caseId);
  expect(found).toMatchObject({ state: "done", closedAt: NOW });
  expect(found.timeline.filter((entry) => entry.kind === "sent")).toHaveLength(1);
  expect(found.timeline.at(-1)?.text).toContain("250 ok queued as 1");
  expect(await send(await formOf(form.caseId))).toMatchObject({ code: "already-sent" });
});

test("failed: the case is open again and the letter can be sent anew", async () => {
  const form = await aCase();
  const sent = await send(form);
  if (!sent.ok) throw new Error(sent.text);
  await settle(sent.outboxId, "failed", "550 no such user");
  const found = await view(form.caseId);
  expect(found).toMatchObject({ state: "open", decision: "needs_fact" });
  expect(found.timeline.at(-1)?.text).toContain("550 no such user");
  const again = { ...(await formOf(form.caseId)), to: ["postmaster@reporter.example"] };
  expect((await send(again)).ok).toBe(true);
});

test("unknown: sent again only when the operator says so", async () => {
  const form = await aCase();
  const sent = await send(form);
  if (!sent.ok) throw new Error(sent.text);
  await settle(sent.outboxId, "unknown", null);
  const again = await formOf(form.caseId);
  expect(await send(again)).toMatchObject({ code: "maybe-sent" });
  expect((await send({ ...again, confirmed: ["send-again"] })).ok).toBe(true);
});

const BOTH: Draft[] = [
  aDraft({ audience: "isp", to: ["abuse@bighost.example"], subject: "Re: [T1]" }),
  aDraft({ audience: "complainant" }),
];

test("with two letters the case stays open until both are approved and is answered when both are sent", async () => {
  const { caseId } = await arrive(desk.db, aTriage({ drafts: BOTH, route: "isp+complainant" }));
  const first = await send(await formOf(caseId ?? ""));
  if (!first.ok || !caseId) throw new Error("not sent");
  expect(await view(caseId)).toMatchObject({ state: "open", decision: "ready" });
  await settle(first.outboxId, "sent", null);
  expect(await view(caseId)).toMatchObject({ state: "open" });
  const { drafts, version } = await view(caseId);
  const other = drafts.find((draft) => draft.sentAt === null);
  if (!other) throw new Error("no second letter");
  const second = await send({
    ...(await formOf(caseId)),
    caseVersion: version,
    draftId: other.id,
    draftVersion: other.version,
    to: other.to,
  });
  if (!second.ok) throw new Error(second.text);
  expect(await view(caseId)).toMatchObject({ state: "waiting" });
  await settle(second.outboxId, "sent", null);
  expect(await view(caseId)).toMatchObject({ state: "done" });
});

test("a case is not closed under a letter that is on its way", async () => {
  const form = await aCase();
  await send(form);
  const { version } = await view(form.caseId);
  const close = { caseId: form.caseId, reason: "junk" as const, text: "", now: NOW };
  expect(await closeCase(desk.db, operator, { ...close, caseVersion: version })).toMatchObject({
    code: "on-its-way",
  });
  expect(await desk.db.outboxMail.count({ where: { state: "queued" } })).toBe(1);
});

test("the complainant behind a provider is answered under the original, not under the provider's mail", async () => {
  const wrapper = {
    provider: "Bighost",
    ticket: "1",
    answer: "mail" as const,
    answerTo: null,
    statementUrl: null,
    alsoComplainant: true,
    state: "notice" as const,
    threat: null,
  };
  const inner = { ...aTriage().complaint.message, messageId: "<inner@victim.example>" };
  const form = await aCase({
    message: { messageId: "<outer@bighost.example>", nested: [{ partId: "2", message: inner }] },
    complaint: { wrapper },
  });
  await send(form);
  const [mail] = await desk.db.outboxMail.findMany();
  expect(mail?.inReplyTo).toBe("<inner@victim.example>");
});

test("a provider's form: kept with its text, and the case is answered", async () => {
  const form = await aCase({ drafts: [aDraft({ audience: "isp", to: [] })], route: "portal" });
  const reader = desk.people["read-only"];
  expect(await answerElsewhere(desk.db, reader, form)).toMatchObject({ code: "forbidden" });
  expect(await answerElsewhere(desk.db, operator, { ...form, caseVersion: 0 })).toMatchObject({
    code: "case-changed",
  });
  expect(await answerElsewhere(desk.db, operator, form)).toEqual({ ok: true });
  expect(await answerElsewhere(desk.db, operator, form)).toMatchObject({ ok: false });
  expect(await view(form.caseId)).toMatchObject({ state: "done" });
});
