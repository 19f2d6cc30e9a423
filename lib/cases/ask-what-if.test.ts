import { afterAll, beforeAll, expect, test } from "vitest";
import { parsePolicyText } from "../exit-policy/parse-policy-text.ts";
import { saveRelay } from "../relays/store.ts";
import { anEvent } from "../testing/a-complaint.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { askWhatIf, type WhatIfQuestion } from "./ask-what-if.ts";
import { proposeForCase } from "./propose-for-case.ts";
import { relayChoices, relayPolicy } from "./relay-policy.ts";

const THEN = Date.parse("2026-02-01T00:00:00Z");
const known = { source: "torrc", learnedAt: THEN };
const torrc = (...lines: string[]) => ["ExitRelay 1", ...lines.map((line) => `ExitPolicy ${line}`)];

let desk: Awaited<ReturnType<typeof aDesk>>;
let relayId: string;
let caseId: string;
beforeAll(async () => {
  desk = await aDesk();
  await saveRelay(desk.db, {
    nickname: "relay7",
    fingerprint: "7".repeat(40),
    tenures: [{ ip: "192.0.2.7", from: THEN, to: null, ...known }],
    policies: [
      {
        lines: torrc("accept *:22", "reject *:*"),
        form: "torrc",
        from: THEN,
        to: THEN + 1_000_000,
        ...known,
      },
      {
        lines: torrc("accept *:80", "reject *:*"),
        form: "torrc",
        from: THEN + 2_000_000,
        to: null,
        ...known,
      },
    ],
    uptime: [],
  });
  relayId = (await relayChoices(desk.db, desk.people.operator))[0]?.id ?? "";
  const events = [
    anEvent({ destinationIp: "203.0.113.5", destinationPort: 80 }),
    anEvent({ destinationIp: "203.0.113.5", destinationPort: 53, protocol: "udp" }),
  ];
  caseId = (await arrive(desk.db, aTriage({ complaint: { events } }))).caseId ?? "";
});
afterAll(async () => await desk.close());

const ask = (change: Partial<WhatIfQuestion> = {}) =>
  askWhatIf(desk.db, desk.people.operator, {
    relayId,
    at: NOW,
    text: "reject *:80",
    mode: "front",
    days: 30,
    onlyThisRelay: false,
    about: "a test",
    now: NOW,
    ...change,
  });
const at = async (moment: number) =>
  await relayPolicy(desk.db, desk.people.operator, { relayId, at: moment });

test("the policy of a relay is the one of the moment, and a gap stays a gap", async () => {
  expect((await at(THEN))?.lines).toContain("ExitPolicy accept *:22");
  expect((await at(NOW))?.lines).toContain("ExitPolicy accept *:80");
  const gap = await at(THEN + 1_500_000);
  expect(gap).toMatchObject({ inForce: null, policy: null, addresses: ["192.0.2.7"] });
  expect(gap?.gap).toContain("No exit policy of relay7 is known for that moment");
  const none = { relayId: "00000000-0000-7000-8000-000000000000", at: NOW };
  expect(await relayPolicy(desk.db, desk.people.operator, none)).toBeNull();
});

test("a torrc that says nothing of exits is a policy too, and no line changes its number", async () => {
  const fingerprint = "8".repeat(40);
  const policies = [
    { lines: ["Address 192.0.2.8"], form: "torrc" as const, from: THEN, to: null, ...known },
  ];
  await saveRelay(desk.db, { nickname: "zz", fingerprint, tenures: [], policies, uptime: [] });
  const chosen = (await relayChoices(desk.db, desk.people.owner)).find(
    ({ nickname }) => nickname === "zz",
  );
  const found = await relayPolicy(desk.db, desk.people.owner, {
    relayId: chosen?.id ?? "",
    at: NOW,
  });
  expect(found?.policy?.rules.map(({ text }) => text)).toEqual(["reject *:*", "reject *:*"]);
});

test("a line in front: what it closes, what it would have covered, and lines tor takes", async () => {
  const { lines, difference, result, fragment } = await ask();
  expect(lines).toMatchObject([{ effect: "closes" }]);
  expect(difference?.closed.map(({ ports }) => ports)).toEqual([[{ min: 80, max: 80 }]]);
  expect(result).toMatchObject({ covered: 1, events: { covered: 1, "not-tor": 1 } });
  expect(fragment).toContain("# a test\n");
  const whole = `ExitRelay 1\n${fragment}ExitPolicy accept *:*`;
  expect(parsePolicyText(whole.split("\n")).problems).toEqual([]);
});

test("a line that changes nothing leaves nothing for the torrc", async () => {
  const { lines, fragment, result } = await ask({ text: "reject *:22" });
  expect(lines).toMatchObject([{ effect: "nothing" }]);
  expect([fragment, result?.covered]).toEqual([null, 0]);
});

test("a whole policy in place of the relay's, at another moment too", async () => {
  const whole = { mode: "whole" as const, text: torrc("accept *:443", "reject *:*").join("\n") };
  const now = await ask(whole);
  expect(now.difference?.opened.map(({ ports }) => ports)).toEqual([[{ min: 443, max: 443 }]]);
  expect(now.result?.covered).toBe(1);
  const then = await ask({ ...whole, at: THEN });
  expect(then.difference?.closed.map(({ ports }) => ports)).toEqual([[{ min: 22, max: 22 }]]);
});

test("what tor refuses is said with its line, and nothing is claimed", async () => {
  const answer = await ask({ text: "reject *:22\nreject *:99999" });
  expect(answer).toMatchObject({ difference: null, result: null, fragment: null });
  expect(answer.problems[0]).toMatchObject({ effect: "refused", line: 2 });
});

test("about this relay's addresses only, or tor's default policy", async () => {
  expect((await ask({ onlyThisRelay: true })).result?.covered).toBe(1);
  const byDefault = await ask({ relayId: null });
  expect([byDefault.base, byDefault.result?.covered]).toEqual([null, 1]);
});

test("a case proposes the narrowest line first, and nothing about what no policy matters for", async () => {
  const proposal = await proposeForCase(desk.db, desk.people.operator, caseId);
  expect(proposal).toMatchObject({
    relay: "relay-7",
    lines: ["reject 203.0.113.5:80", "reject 203.0.113.5:*", "reject *:80"],
  });
});

test("a sealed case proposes nothing to whom it does not exist for", async () => {
  await desk.db.case.update({ where: { id: caseId }, data: { sealed: true } });
  expect(await proposeForCase(desk.db, desk.people.operator, caseId)).toBeNull();
  expect((await ask()).result?.covered).toBe(0);
});
