import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aDesk,
  aDraft,
  arrive,
  aTriage,
  authenticSender,
  NOW,
  random,
  THREAD_KEY,
} from "../testing/a-desk.ts";
import { applyRules } from "./apply-rules-store.ts";
import { saveRule, stopAllRules, tryRuleOver, turnRule } from "./manage-rules.ts";
import type { RuleTerms } from "./rule.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  await desk.db.rule.deleteMany();
  await desk.db.setting.deleteMany();
  await desk.db.caseHold.deleteMany();
  await desk.db.timelineEntry.deleteMany();
  await desk.db.outboxMail.deleteMany();
  await desk.db.draft.deleteMany();
  await desk.db.complaint.deleteMany();
  await desk.db.case.deleteMany();
});

const TERMS: RuleTerms = {
  name: "Answer logins",
  types: ["bruteforce"],
  verdicts: [],
  from: [],
  provider: "",
  leastComplaints: 1,
  action: "send",
  hours: 24,
  to: ["*@reporter.example"],
  perDay: 5,
};
const { owner, operator } = {
  owner: () => desk.people.owner,
  operator: () => desk.people.operator,
};

async function aRule(change: Partial<RuleTerms> = {}, { isOn = true } = {}): Promise<string> {
  const saved = await saveRule(desk.db, owner(), {
    ruleId: null,
    terms: { ...TERMS, ...change },
    now: NOW,
  });
  if (!saved.ok) throw new Error(saved.text);
  const { ruleId } = saved;
  if (isOn) {
    await tryRuleOver(desk.db, owner(), { ruleId, now: NOW });
    await turnRule(desk.db, owner(), { ruleId, isOn });
  }
  return ruleId;
}
let senders = 0;
async function aCase(given: Parameters<typeof aTriage>[0] = {}): Promise<string> {
  senders += 1;
  const address = `abuse${senders}@reporter.example`;
  const message = { from: { name: "", address }, messageId: `<r${senders}@reporter.example>` };
  const drafts = [aDraft({ to: [address] })];
  const triage = aTriage({
    message,
    drafts,
    ...given,
    classification: { confidence: 1, ...given.classification },
  });
  const { caseId } = await arrive(desk.db, triage, { sender: authenticSender(triage) });
  return caseId ?? "";
}
const apply = (caseId: string, now = NOW) =>
  applyRules(desk.db, caseId, { threadKey: THREAD_KEY, random, now });
const letters = () => desk.db.outboxMail.findMany();

test("a rule that is on answers once, marked as automatic, and can be stopped for ten minutes", async () => {
  const ruleId = await aRule();
  const caseId = await aCase();
  expect(await apply(caseId)).toBe("Answer logins");
  expect(await apply(caseId)).toBeNull();
  expect(await letters()).toMatchObject([
    {
      caseId,
      autoSubmitted: "auto-replied",
      approvedBy: `rule:${ruleId}`,
      state: "queued",
      notBefore: new Date(NOW + 600_000),
    },
  ]);
  const entries = await desk.db.timelineEntry.findMany({ where: { caseId, kind: "approved" } });
  expect(entries).toMatchObject([{ actor: "desk", data: { rule: "Answer logins" } }]);
});

test("off, untried, changed since, or with all rules stopped, nothing happens", async () => {
  const ruleId = await aRule({}, { isOn: false });
  expect(await turnRule(desk.db, owner(), { ruleId, isOn: true })).toMatchObject({
    code: "not-tried",
  });
  expect(await apply(await aCase())).toBeNull();
  await tryRuleOver(desk.db, owner(), { ruleId, now: NOW });
  await turnRule(desk.db, owner(), { ruleId, isOn: true });
  await saveRule(desk.db, owner(), { ruleId, terms: { ...TERMS, perDay: 400 }, now: NOW });
  expect(await apply(await aCase())).toBeNull();
  await tryRuleOver(desk.db, owner(), { ruleId, now: NOW });
  await turnRule(desk.db, owner(), { ruleId, isOn: true });
  await stopAllRules(desk.db, owner(), true);
  expect(await apply(await aCase())).toBeNull();
  await stopAllRules(desk.db, owner(), false);
  expect(await apply(await aCase())).toBe("Answer logins");
});

test("an authenticated mail does not carry a case that another mail opened without proof", async () => {
  await aRule({ leastComplaints: 2 });
  const alike = (n: number) =>
    aTriage({
      message: {
        from: { name: "", address: "abuse@reporter.example" },
        messageId: `<alike${n}@reporter.example>`,
      },
      classification: { confidence: 1 },
    });
  const first = await arrive(desk.db, alike(1));
  const second = await arrive(desk.db, alike(2), { sender: authenticSender(alike(2)) });
  expect(second).toMatchObject({ outcome: "joined", caseId: first.caseId });
  expect(await apply(second.caseId ?? "")).toBeNull();
  await desk.db.complaint.updateMany({ data: { sender: authenticSender(alike(1)) } });
  expect(await apply(second.caseId ?? "")).toBe("Answer logins");
});

test("the cap of a day holds, and the next day it goes on", async () => {
  await aRule({ perDay: 2 });
  const acted: (string | null)[] = [];
  for (let n = 0; n < 4; n += 1) acted.push(await apply(await aCase()));
  expect(acted.filter((name) => name !== null)).toHaveLength(2);
  expect(await apply(await aCase(), NOW + 25 * 3_600_000)).toBe("Answer logins");
});

test("an address gets one letter a week, however many cases it makes", async () => {
  await aRule();
  const address = "busy@reporter.example";
  const drafts = [aDraft({ to: [address] })];
  const from = { name: "", address };
  const cases = await Promise.all(
    ["1", "2", "3"].map((id) =>
      aCase({
        message: { from, messageId: `<busy${id}@reporter.example>` },
        complaint: { accused: [{ value: `192.0.2.${id}`, span: null }] },
        drafts,
      }),
    ),
  );
  for (const caseId of cases) await apply(caseId);
  expect(await letters()).toHaveLength(1);
});

test("law enforcement, threats and child abuse wait for people, and a sealed case is not even tried", async () => {
  for (const action of ["send", "dismiss", "deadline"] as const) await aRule({ types: [], action });
  for (const type of ["law_enforcement", "threats", "csam"] as const) {
    const classification = { type };
    const caseId = await aCase({ classification, route: "counsel" });
    expect(await apply(caseId)).toBeNull();
  }
  const tried = await tryRuleOver(desk.db, owner(), {
    ruleId: await aRule({}, { isOn: false }),
    now: NOW,
  });
  expect(tried).toMatchObject({ tried: { looked: 2, acted: 0 } });
  expect(await letters()).toEqual([]);
});

test("a mail a program wrote gets no letter by a rule, but may get a deadline or be closed", async () => {
  const message = { headers: [{ name: "Auto-Submitted", value: "auto-generated" }] };
  await aRule();
  expect(await apply(await aCase({ message }))).toBeNull();
  await aRule({ name: "Soon", action: "deadline", hours: 6 });
  const soon = await aCase({ message });
  expect(await apply(soon)).toBe("Soon");
  const row = await desk.db.case.findUniqueOrThrow({ where: { id: soon } });
  expect(row.deadlineAt).toEqual(new Date(NOW + 6 * 3_600_000));
});

test("the dry run shows what would have been, brakes included, and changes nothing", async () => {
  const ruleId = await aRule({ perDay: 1 }, { isOn: false });
  const cases = [
    await aCase(),
    await aCase(),
    await aCase({ classification: { type: "portscan" } }),
  ];
  const answer = await tryRuleOver(desk.db, owner(), { ruleId, now: NOW });
  expect(answer).toMatchObject({ ok: true, tried: { looked: 3, acted: 1, held: 1 } });
  expect(answer.ok && answer.tried.cases.map(({ caseId, would }) => [caseId, would])).toEqual([
    [cases[1], null],
    [cases[0], "send"],
  ]);
  expect(await letters()).toEqual([]);
});

test("only owners give standing orders, and a rule that sends names its recipients", async () => {
  const given = { ruleId: null, terms: TERMS, now: NOW };
  expect(await saveRule(desk.db, operator(), given)).toMatchObject({ code: "forbidden" });
  expect(await stopAllRules(desk.db, operator(), true)).toMatchObject({ code: "forbidden" });
  const open = { ...given, terms: { ...TERMS, to: [] } };
  expect(await saveRule(desk.db, owner(), open)).toMatchObject({ code: "no-list" });
  const wide = { ...given, terms: { ...TERMS, to: ["*@*"] } };
  expect(await saveRule(desk.db, owner(), wide)).toMatchObject({ code: "bad-rule" });
});
