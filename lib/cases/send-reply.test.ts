import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { aDesk, aForm, arrive, aTriage, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { addNote } from "./add-note.ts";
import { readCase } from "./case-view-store.ts";
import { closeCase } from "./close-case.ts";
import { refOfOwnId } from "./own-message-id.ts";
import { reopenCase } from "./reopen-case.ts";
import { type SendInput, sendReply, UNDO_MS } from "./send-reply.ts";

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
const view = async (caseId: string) => {
  const found = await readCase(desk.db, desk.people.owner, caseId);
  if (!found) throw new Error("no case");
  return found;
};

test("an approved letter waits in the outbox under the complaint's mail; the case waits for it", async () => {
  const form = await aCase({
    message: { messageId: "<c1@reporter.example>", references: ["<c0@reporter.example>"] },
  });
  const answer = await send({ ...form, subject: "Re: Abuse [T#4711] from 192.0.2.7" });
  expect(answer.ok).toBe(true);
  const [mail] = await desk.db.outboxMail.findMany();
  expect(mail).toMatchObject({
    state: "queued",
    to: ["abuse@reporter.example"],
    subject: "Re: Abuse [T#4711] from 192.0.2.7",
    text: "The address is a Tor exit.",
    inReplyTo: "<c1@reporter.example>",
    references: ["<c0@reporter.example>", "<c1@reporter.example>"],
    fromJson: { name: "Relay operators", address: "abuse@operator.example" },
    autoSubmitted: null,
    approvedBy: operator.userId,
    notBefore: new Date(NOW + UNDO_MS),
    mailboxId: desk.mailbox.id,
  });
  const found = await view(form.caseId);
  expect(refOfOwnId(mail?.messageId ?? "", THREAD_KEY)).toBe(found.ref);
  expect(found).toMatchObject({ state: "waiting", version: form.caseVersion + 2 });
  expect(found.timeline.map((entry) => [entry.kind, entry.actor])).toEqual([
    ["opened", "desk"],
    ["edited", "operator"],
    ["approved", "operator"],
  ]);
});

test("two clicks at once, and a third later, make one letter", async () => {
  const form = await aCase();
  const answers = await Promise.all([send(form), send(form), send(form, desk.people.owner)]);
  answers.push(await send(form));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  for (const answer of answers)
    if (!answer.ok) expect(answer).toMatchObject({ code: "already-queued" });
  expect(await desk.db.outboxMail.count()).toBe(1);
});

type Refused = [
  what: string,
  given: Parameters<typeof aTriage>[0],
  form: Partial<SendInput>,
  code: string,
];
const REFUSED: Refused[] = [
  ["a gap in the text", {}, { text: "You hold [[ticket]]." }, "gaps"],
  ["a gap in the subject", {}, { subject: "Re: [[ticket]]" }, "gaps"],
  ["an old case version", {}, { caseVersion: 0 }, "case-changed"],
  ["an old letter version", {}, { draftVersion: 0 }, "draft-changed"],
  ["no recipient", {}, { to: [] }, "bad-recipient"],
  ["a no-reply recipient", {}, { to: ["no-reply@reporter.example"] }, "bad-recipient"],
  ["the desk's own address", {}, { to: ["Abuse@Operator.example"] }, "bad-recipient"],
  [
    "a line break in an address",
    {},
    { to: ["a@b.example\r\nBcc: x@evil.example"] },
    "bad-recipient",
  ],
  ["a list in one address", {}, { to: ["a@b.example,x@evil.example"] }, "bad-recipient"],
  ["a group", {}, { to: ["g:a@b.example,x@evil.example;"] }, "bad-recipient"],
  [
    "six recipients",
    {},
    { to: Array.from({ length: 6 }, (_, n) => `a${n}@b.example`) },
    "bad-recipient",
  ],
  ["no text", {}, { text: " \n " }, "empty-letter"],
  ["no subject", {}, { subject: "\t" }, "empty-letter"],
  [
    "threats, unchecked",
    { classification: { type: "threats" }, route: "counsel" },
    {},
    "checklist",
  ],
  [
    "a threat inside a provider's notice, unchecked",
    { classification: { type: "isp_notice", innerType: "threats" }, route: "counsel" },
    {},
    "checklist",
  ],
  [
    "child abuse material, half checked",
    { classification: { type: "csam" }, route: "counsel" },
    { confirmed: ["second-look"] },
    "checklist",
  ],
];
test.each(REFUSED)(
  "with %s nothing is sent and nothing changes",
  async (_what, given, form, code) => {
    const ready = await aCase(given);
    const before = JSON.stringify(await view(ready.caseId));
    expect(await send({ ...ready, ...form })).toMatchObject({ ok: false, code });
    expect(await desk.db.outboxMail.count()).toBe(0);
    expect(JSON.stringify(await view(ready.caseId))).toBe(before);
  },
);

test("a request of an authority goes only with every point confirmed, by an owner or by counsel", async () => {
  const le = { classification: { type: "law_enforcement" as const }, route: "counsel" as const };
  const form = await aCase(le);
  const points = (await view(form.caseId)).checklist.map((point) => point.id);
  expect(points).toHaveLength(3);
  expect(await send(form, desk.people.owner)).toMatchObject({ code: "checklist" });
  for (const missing of points) {
    const confirmed = points.filter((point) => point !== missing);
    expect(await send({ ...form, confirmed }, desk.people.owner)).toMatchObject({
      code: "checklist",
    });
  }
  expect(await send({ ...form, confirmed: points })).toMatchObject({ code: "not-found" });
  expect((await send({ ...form, confirmed: points }, desk.people.counsel)).ok).toBe(true);
});

test("readers and counsel do not send ordinary letters; nobody else's case is told to exist", async () => {
  const form = await aCase();
  expect(await send(form, desk.people["read-only"])).toMatchObject({ code: "forbidden" });
  expect(await send(form, desk.people.counsel)).toMatchObject({ code: "forbidden" });
  const elsewhere = { ...form, caseId: "0193b5b0-0000-7000-8000-000000000000" };
  expect(await send(elsewhere)).toMatchObject({ code: "not-found" });
  const other = await aCase({ complaint: { accused: [] } });
  expect(await send({ ...form, draftId: other.draftId })).toMatchObject({ code: "not-found" });
});

test("without a mailbox the letter stays and the remedy is named", async () => {
  const form = await aCase();
  await desk.db.mailbox.updateMany({ data: { enabled: false } });
  expect(await send(form)).toMatchObject({ code: "no-mailbox" });
  await desk.db.mailbox.updateMany({ data: { enabled: true } });
  expect((await send(form)).ok).toBe(true);
});

test("a mail that arrives while the letter is read stops the send; a mere repeat does not", async () => {
  const form = await aCase();
  await arrive(desk.db, aTriage());
  expect((await send(form)).ok).toBe(true);
  await desk.db.outboxMail.deleteMany();
  const second = await aCase({ complaint: { accused: [] } });
  await addNote(desk.db, operator, { caseId: second.caseId, text: "Phoned them.", now: NOW });
  await reopenAndClose(second.caseId);
  expect(await send(second)).toMatchObject({ code: "case-changed" });
});

async function reopenAndClose(caseId: string) {
  const { version } = await view(caseId);
  const reason = { reason: "junk" as const, text: "", now: NOW };
  await closeCase(desk.db, operator, { caseId, caseVersion: version, ...reason });
  await reopenCase(desk.db, operator, { caseId, now: NOW });
}

test("ten letters of one case in a day are enough, and a hundred to one address", async () => {
  const form = await aCase();
  const { mailboxId, ...row } = {
    mailboxId: desk.mailbox.id,
    caseId: form.caseId,
    draftId: "earlier",
    fromJson: {},
    to: ["abuse@reporter.example"],
    subject: "s",
    text: "t",
    references: [],
    state: "sent",
    notBefore: new Date(NOW),
    approvedBy: "x",
    createdAt: new Date(NOW - 1_000),
  };
  const earlier = (count: number, change: object = {}) =>
    desk.db.outboxMail.createMany({
      data: Array.from({ length: count }, (_, n) => {
        const key = `${count}-${n}`;
        return {
          ...row,
          mailboxId,
          sendKey: key,
          messageId: `<${key}@operator.example>`,
          ...change,
        };
      }),
    });
  await earlier(10);
  expect(await send(form)).toMatchObject({ ok: false, code: "too-many-in-case" });
  const other = (await desk.db.case.create({ data: { ...OTHER_CASE } })).id;
  await desk.db.outboxMail.deleteMany();
  await earlier(99, { caseId: other });
  await earlier(1, { caseId: other, to: ["Abuse@Reporter.example"] });
  expect(await send(form)).toMatchObject({ ok: false, code: "too-many-to-address" });
  await desk.db.outboxMail.updateMany({ data: { createdAt: new Date(NOW - 25 * 3_600_000) } });
  expect(await send(form)).toMatchObject({ ok: true });
});

const OTHER_CASE = {
  ref: "OTHER",
  state: "done",
  decision: "ready",
  type: "bruteforce",
  confidence: 1,
  verdict: "port-allowed",
  route: "complainant",
  title: "t",
  line: {},
  sortAt: new Date(NOW),
  openedAt: new Date(NOW),
};
