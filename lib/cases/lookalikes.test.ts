import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { aRealMail, type RealMail } from "../testing/a-real-mail.ts";
import type { CaseDeps } from "./case-deps.ts";
import { readCaseLinks } from "./case-links-view-store.ts";
import { readCase } from "./case-view-store.ts";
import { mergeCases } from "./merge-cases.ts";
import { notTheSame } from "./not-the-same.ts";
import { ownMessageId } from "./own-message-id.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
const deps: CaseDeps = { templates: [], threadKey: THREAD_KEY, random, now: NOW };

beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

const mail = async (given: RealMail = {}) => await aRealMail(desk.db, deps, given);
const rowOf = async (id: string) => await desk.db.case.findUniqueOrThrow({ where: { id } });

async function merge(from: string, into: string) {
  const view = await readCase(desk.db, desk.people.operator, from);
  const input = { caseId: from, caseVersion: view?.version ?? 0, into };
  return await mergeCases(desk.db, desk.people.operator, input, deps);
}

const alikeOf = async (caseId: string) =>
  await desk.db.lookalike.findMany({ where: { caseId }, orderBy: { id: "asc" } });

test.each([
  [
    "answers our letter without a part in the case",
    (ref: string) => ({
      from: "Eve <eve@evil.example>",
      headers: [`In-Reply-To: ${ownMessageId(ref, random(8), "operator.example", THREAD_KEY)}`],
    }),
  ],
  [
    "names the case in its subject",
    (ref: string) => ({ from: "Eve <eve@evil.example>", subject: `About ${ref}` }),
  ],
  [
    "answers a mail of the case",
    (_ref: string, messageId: string) => ({
      from: "Eve <eve@evil.example>",
      headers: [`References: ${messageId}`],
    }),
  ],
])("a stranger who %s is a question to a person, not a part of the case", async (_how, make) => {
  const known = await mail();
  const { ref } = await rowOf(known.caseId);
  const stranger = await mail(make(ref, known.messageId));
  expect(stranger.outcome).toBe("opened");
  const [alike] = await alikeOf(stranger.caseId);
  expect(alike).toMatchObject({ otherId: known.caseId, answer: null });
  const no = { caseId: stranger.caseId, otherId: known.caseId, now: NOW };
  expect(await notTheSame(desk.db, desk.people["read-only"], no)).toMatchObject({
    code: "forbidden",
  });
  expect(await notTheSame(desk.db, desk.people.operator, no)).toEqual({ ok: true });
  expect(await notTheSame(desk.db, desk.people.operator, no)).toMatchObject({ ok: false });
  expect((await alikeOf(stranger.caseId))[0]).toMatchObject({ answer: "different" });
});

test("a further mail of their own thread joins when it is about the same address, else it is a question", async () => {
  const first = await mail({ accused: "192.0.2.10" });
  const headers = [`References: ${first.messageId}`];
  const further = await mail({ accused: "192.0.2.10", headers, subject: "Re: SSH attack" });
  expect(further).toMatchObject({ outcome: "joined", caseId: first.caseId });
  const other = await mail({ accused: "192.0.2.77", headers });
  expect(other.outcome).toBe("opened");
  expect(await alikeOf(other.caseId)).toMatchObject([{ otherId: first.caseId }]);
  await merge(other.caseId, first.caseId);
  expect(await alikeOf(other.caseId)).toMatchObject([{ answer: "joined" }]);
});

test("their reference joins from their domain about the same address, and is a question from elsewhere", async () => {
  const text = "Our case number: INC-2026-4711";
  const first = await mail({ text });
  const reminder = await mail({ text, subject: "Reminder" });
  expect(reminder).toMatchObject({ outcome: "joined", caseId: first.caseId });
  const stranger = await mail({ text, from: "Eve <eve@evil.example>" });
  expect(stranger.outcome).toBe("opened");
  expect(await alikeOf(stranger.caseId)).toMatchObject([{ otherId: first.caseId }]);
});

test("a sealed case is not named to those who do not see it, a merged one by where its mails are", async () => {
  const sealed = await mail();
  await desk.db.case.update({ where: { id: sealed.caseId }, data: { sealed: true } });
  const { ref } = await rowOf(sealed.caseId);
  const stranger = await mail({ from: "Eve <eve@evil.example>", subject: `About ${ref}` });
  const { owner, operator } = desk.people;
  expect(await readCaseLinks(desk.db, owner, stranger.caseId)).toMatchObject({
    lookalikes: [{ ref }],
  });
  expect(await readCaseLinks(desk.db, operator, stranger.caseId)).toMatchObject({ lookalikes: [] });
  const [a, b, c] = [await mail(), await mail(), await mail()];
  await merge(a.caseId, b.caseId);
  await merge(b.caseId, c.caseId);
  expect(await readCaseLinks(desk.db, operator, a.caseId)).toMatchObject({
    mergedInto: { id: c.caseId },
    moves: [{ inward: false, mails: 1, other: { id: b.caseId } }],
  });
});
