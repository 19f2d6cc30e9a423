import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, aForm, arrive, aTriage, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { type CaseFact, caseFact, dated, type Settling } from "./case-fact.ts";
import { readCase } from "./case-view-store.ts";
import { closeCase } from "./close-case.ts";
import { countOldCases } from "./count-old-cases-store.ts";
import { mergeCases } from "./merge-cases.ts";
import { recordSent } from "./record-sent.ts";
import { sendReply } from "./send-reply.ts";
import { setType } from "./set-type.ts";

const HOUR = 3_600_000;
const deps = { templates: [], threadKey: THREAD_KEY, random, now: NOW };
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

const row = {
  state: "open",
  type: "bruteforce",
  verdict: "port-allowed",
  sealed: false,
  mergedIntoId: null as string | null,
  line: {
    from: "Abuse@Reporter.Example",
    forwardedBy: "Hetzner",
    target: "203.0.113.9:22",
  } as object,
  complaintCount: 3,
  deadlineAt: new Date(NOW + 24 * HOUR) as Date | null,
  openedAt: new Date(NOW),
  closedAt: null as Date | null,
};
const sent = (hours: number): Settling => ({
  kind: "sent",
  at: new Date(NOW + hours * HOUR),
  data: {},
});
const closed = (hours: number, reason: string): Settling => ({
  kind: "closed",
  at: new Date(NOW + hours * HOUR),
  data: { reason },
});
const done = (hours: number) => ({ state: "done", closedAt: new Date(NOW + hours * HOUR) });

test.each([
  ["is open", {}, [], { outcome: "open", deadline: "pending", answerSeconds: null }],
  [
    "was answered in time",
    done(2),
    [sent(2)],
    { outcome: "answered", deadline: "met", answerSeconds: 7_200 },
  ],
  [
    "was answered late",
    done(25),
    [sent(25)],
    { outcome: "answered", deadline: "missed", answerSeconds: 90_000 },
  ],
  [
    "was answered twice: the first counts",
    {},
    [sent(2), sent(30)],
    { outcome: "answered", deadline: "met", answerSeconds: 7_200 },
  ],
  [
    "was closed in time without an answer",
    done(3),
    [closed(3, "not a complaint")],
    { outcome: "closed", deadline: "met", answerSeconds: null },
  ],
  [
    "was closed too late",
    done(30),
    [closed(30, "not a complaint")],
    { outcome: "closed", deadline: "missed" },
  ],
  [
    "was answered outside of the desk",
    done(1),
    [closed(1, "answered outside this desk: by phone")],
    { outcome: "answered", deadline: "met", answerSeconds: 3_600 },
  ],
  [
    "was closed, opened again",
    {},
    [closed(1, "not a complaint")],
    { outcome: "open", deadline: "pending" },
  ],
  [
    "has no deadline",
    { ...done(2), deadlineAt: null },
    [sent(2)],
    { outcome: "answered", deadline: "without" },
  ],
  [
    "is old mail",
    done(0),
    [closed(0, "old mail, kept as history")],
    { outcome: "history", deadline: "without", deadlineAt: null },
  ],
  [
    "is old mail, answered all the same",
    done(0),
    [closed(0, "old mail, kept as history"), sent(1)],
    { outcome: "history", answerSeconds: null },
  ],
  [
    "was answered before its mail's own date",
    done(-1),
    [sent(-1)],
    { outcome: "answered", answerSeconds: 0 },
  ],
] as [string, Partial<typeof row>, Settling[], Partial<CaseFact>][])(
  "a case that %s",
  (_, given, settling, wanted) => {
    expect(caseFact({ ...row, ...given }, settling)).toMatchObject(wanted);
  },
);

test.each([
  ["203.0.113.9:22", 22],
  [":6667", 6667],
  ["[2001:db8::9]:443", 443],
  ["2001:db8::443", null],
  ["203.0.113.9", null],
  [null, null],
])("the port of %s is %s", (target, port) => {
  expect(caseFact({ ...row, line: { target } }, [])?.port).toBe(port);
});

test("what no report counts has no fact", () => {
  expect(caseFact({ ...row, sealed: true }, [])).toBeNull();
  expect(caseFact({ ...row, mergedIntoId: "another" }, [])).toBeNull();
  for (const type of ["autoresponse_bounce", "other_not_complaint", "law_enforcement"])
    expect(caseFact({ ...row, type }, [])).toBeNull();
});

test.each([
  ["1970-01-01T00:00:00Z", 0, -3, 197001],
  ["1970-01-05T23:59:59Z", 4, 4, 197001],
  ["2026-03-01T12:00:00Z", 20513, 20507, 202603],
  ["2026-12-31T23:59:59.999Z", 20818, 20815, 202612],
])("%s is day %i of the week of day %i in %i", (at, day, week, month) => {
  expect(dated(Date.parse(at))).toEqual({ day, week, month });
});

const factOf = async (caseId: string) => await desk.db.caseFact.findUnique({ where: { caseId } });
let targets = 0;
/** Each about another target, so that none is the same again. */
const opened = async () => {
  targets += 1;
  const from = { name: "", address: `abuse@r${targets}.example` };
  const message = { from, messageId: `<${targets}@r.example>` };
  const { caseId } = await arrive(desk.db, aTriage({ message }), { raw: sshMail(targets) });
  return caseId ?? "";
};

/** What the desk reads as a complaint again after a merge. */
function sshMail(number: number): string {
  return [
    `From: abuse@r${number}.example`,
    "To: abuse@operator.example",
    "Subject: Abuse report: SSH brute force from 192.0.2.7",
    "Date: Sun, 1 Mar 2026 11:00:00 +0000",
    `Message-ID: <${number}@r.example>`,
    "",
    "Failed SSH logins on our server, times in UTC:",
    `2026-03-01T10:00:00Z host sshd[1]: Failed password for root from 192.0.2.7 port ${number} ssh2`,
  ].join("\r\n");
}

test("a fact is there when the case is, and changes with it", async () => {
  const caseId = await opened();
  expect(await factOf(caseId)).toMatchObject({
    type: "bruteforce",
    outcome: "open",
    mails: 1,
    port: 22,
  });
  const form = await aForm(desk.db, desk.people.owner, caseId);
  const reply = await sendReply(desk.db, desk.people.owner, form, deps);
  if (!reply.ok) throw new Error(reply.text);
  expect((await factOf(caseId))?.outcome).toBe("open");
  await desk.db.$transaction(async (tx) => {
    const { outboxId } = reply;
    await recordSent(tx, { outboxId, outcome: "sent", answer: null, at: NOW + HOUR });
  });
  expect(await factOf(caseId)).toMatchObject({ outcome: "answered", answerSeconds: 3_600 });
});

test("a case that is closed, retyped, sealed or emptied is counted so at once", async () => {
  const { owner } = desk.people;
  const [one, other] = [await opened(), await opened()];
  const version = async (id: string) => (await readCase(desk.db, owner, id))?.version ?? 0;
  const merge = { caseId: one, caseVersion: await version(one), into: other };
  expect(await mergeCases(desk.db, owner, merge, deps)).toMatchObject({ ok: true });
  expect(await factOf(one)).toBeNull();
  expect((await factOf(other))?.mails).toBe(2);
  const close = {
    caseId: other,
    caseVersion: await version(other),
    reason: "junk" as const,
    text: "",
    now: NOW,
  };
  expect(await closeCase(desk.db, owner, close)).toMatchObject({ ok: true });
  expect((await factOf(other))?.outcome).toBe("closed");
  const third = await opened();
  const [complaint] = await desk.db.complaint.findMany({ where: { caseId: third } });
  await desk.db.complaintRelay.create({
    data: { complaintId: complaint?.id ?? "", relayId: "relay" },
  });
  const retype = {
    caseId: third,
    caseVersion: await version(third),
    type: "law_enforcement" as const,
  };
  await setType(desk.db, owner, retype as Parameters<typeof setType>[2], deps);
  expect((await desk.db.case.findUnique({ where: { id: third } }))?.sealed).toBe(true);
  expect(await factOf(third)).toBeNull();
  expect(await desk.db.caseFactRelay.count({ where: { caseId: third } })).toBe(0);
});

test("cases older than their facts are counted once, and a stopped count goes on where it was", async () => {
  const all = await desk.db.caseFact.findMany({ orderBy: { caseId: "asc" } });
  for (let index = 0; index < 120; index += 1) await opened();
  const wanted = await desk.db.caseFact.findMany({ orderBy: { caseId: "asc" } });
  expect(wanted.length).toBe(all.length + 120);
  await desk.db.caseFact.deleteMany();
  let rounds = 0;
  await countOldCases(desk.db, () => {
    rounds += 1;
    return rounds > 1;
  });
  const half = await desk.db.caseFact.count();
  expect([half > 0, half < wanted.length]).toEqual([true, true]);
  await countOldCases(desk.db, () => false);
  expect(await desk.db.caseFact.findMany({ orderBy: { caseId: "asc" } })).toEqual(wanted);
  await desk.db.caseFact.deleteMany();
  await countOldCases(desk.db, () => false);
  expect(await desk.db.caseFact.count()).toBe(0);
}, 30_000);
