import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseFact } from "../cases/case-fact.ts";
import { dated, NO_RELAY } from "../cases/case-fact.ts";
import { watchStatements } from "../db/watch-statements.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import type { Behind } from "./behind.ts";
import { listCounted } from "./case-list-store.ts";
import { type Asked, type Figures, type Top, WAITS } from "./figures.ts";
import { readFigures } from "./figures-store.ts";
import { bucketsOf, type Period } from "./period.ts";

type Made = CaseFact & { caseId: string; relayIds: string[] };

const DAY = 86_400_000;
const TODAY = Math.floor(NOW / DAY);
const RELAYS = ["relay-a", "relay-b", "gone"];
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
  for (const [index, id] of RELAYS.slice(0, 2).entries())
    await desk.db.relay.create({
      data: {
        id,
        nickname: `nick-${id}`,
        fingerprint: `${index}`.repeat(40),
        createdAt: new Date(NOW),
      },
    });
});
afterAll(async () => await desk.close());

const aFact = fc
  .record({
    at: fc.integer({ min: NOW - 120 * DAY, max: NOW }),
    type: fc.constantFrom("bruteforce", "copyright", "portscan", "isp_notice"),
    verdict: fc.constantFrom("port-allowed", "port-rejected", "cannot-tell"),
    port: fc.option(fc.integer({ min: 1, max: 40 })),
    provider: fc.constantFrom("", "Hetzner", "OVH"),
    sender: fc.integer({ min: 0, max: 30 }).map((n) => (n === 0 ? "" : `abuse@n${n}.example`)),
    mails: fc.integer({ min: 1, max: 5 }),
    outcome: fc.constantFrom("open", "answered", "closed", "history"),
    deadline: fc.constantFrom("without", "met", "missed", "pending"),
    deadlineIn: fc.integer({ min: -40, max: 40 }),
    answerSeconds: fc.integer({ min: 0, max: 900_000 }),
    relayIds: fc.uniqueArray(fc.constantFrom(...RELAYS), { maxLength: 3 }),
  })
  .map(
    ({ at, deadlineIn, answerSeconds, ...fact }): Omit<Made, "caseId"> => ({
      ...fact,
      ...dated(at),
      outcome: fact.outcome as CaseFact["outcome"],
      deadline: fact.deadline as CaseFact["deadline"],
      deadlineAt: fact.deadline === "without" ? null : new Date(NOW + deadlineIn * DAY),
      answerSeconds: fact.outcome === "answered" ? answerSeconds : null,
    }),
  );

async function keep(facts: readonly Omit<Made, "caseId">[]): Promise<Made[]> {
  await desk.db.caseHold.deleteMany();
  await desk.db.case.deleteMany();
  const made = facts.map((fact, index) => ({
    ...fact,
    caseId: `case-${String(index).padStart(4, "0")}`,
  }));
  await desk.db.case.createMany({
    data: made.map(({ caseId, day, type, verdict }) => ({
      id: caseId,
      ref: caseId,
      state: "open",
      decision: "ready",
      type,
      verdict,
      confidence: 1,
      route: "none",
      title: "",
      line: {},
      sortAt: new Date(NOW),
      openedAt: new Date(day * DAY),
    })),
  });
  await desk.db.caseFact.createMany({ data: made.map(({ relayIds: _, ...fact }) => fact) });
  await desk.db.caseFactRelay.createMany({
    data: made.flatMap(({ caseId, day, mails, relayIds }) =>
      (relayIds.length > 0 ? relayIds : [NO_RELAY]).map((relayId) => ({
        caseId,
        day,
        mails,
        relayId,
      })),
    ),
  });
  return made;
}

const within = (all: readonly Made[], { period, relayId }: Omit<Asked, "unit">) =>
  all.filter(
    ({ day, relayIds }) =>
      day >= period.from && day <= period.to && (relayId === null || relayIds.includes(relayId)),
  );
const sum = (all: readonly { mails: number }[]) => all.reduce((so, { mails }) => so + mails, 0);
const of = (all: readonly Made[], is: (one: Made) => boolean) => {
  const found = all.filter(is);
  return { cases: found.length, mails: sum(found) };
};

function expectTop<Name>(top: Top<Name>, names: readonly Name[], count: (name: Name) => object) {
  const all = new Map(names.map((name) => [JSON.stringify(name), name]));
  for (const { name, ...rest } of top.rows) expect(rest).toEqual(count(name));
  expect(top.rows.length + top.rest.names).toBe(all.size);
  const numbers = top.rows.map(({ cases }) => cases);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  const everything = [...all.values()].map(
    (name) => count(name) as { cases: number; mails: number },
  );
  expect(top.rest.cases + numbers.reduce((a, b) => a + b, 0)).toBe(
    everything.reduce((so, { cases }) => so + cases, 0),
  );
  expect(top.rest.mails + sum(top.rows)).toBe(sum(everything));
}

test("every figure is what a naive count over the cases comes to", async () => {
  const asking = fc.record({
    facts: fc.array(aFact, { maxLength: 60 }),
    relayId: fc.option(fc.constantFrom(...RELAYS)),
    unit: fc.constantFrom("week" as const, "month" as const),
    from: fc.integer({ min: 0, max: 130 }),
    length: fc.integer({ min: 0, max: 130 }),
  });
  await fc.assert(
    fc.asyncProperty(asking, async ({ facts, relayId, unit, from, length }) => {
      const made = await keep(facts);
      const period: Period = { from: TODAY - from, to: TODAY - from + length };
      const asked: Asked = { period, unit, relayId };
      const all = within(made, asked);
      const figures = await readFigures(desk.db, desk.people.operator, { ...asked, now: NOW });
      if (!figures) throw new Error("no figures");
      expect(figures).toMatchObject({
        cases: all.length,
        mails: sum(all),
        repeats: sum(all) - all.length,
      });
      expectSums(figures, all);
      expectTops(figures, all);
      expectEndings(figures, all);
      const listed: string[] = [];
      for await (const page of listCounted(desk.db, desk.people.operator, {
        ...asked,
        behind: {},
        now: NOW,
      }))
        listed.push(...page.map(({ ref }) => ref));
      const inOrder = [...all].sort((a, b) => a.day - b.day || (a.caseId < b.caseId ? -1 : 1));
      expect(listed).toEqual(inOrder.map(({ caseId }) => caseId));
    }),
    { numRuns: 60 },
  );
}, 60_000);

function expectSums(figures: Figures, all: readonly Made[]): void {
  const bucketOf = (one: Made) => (figures.asked.unit === "week" ? one.week : one.month);
  expect(figures.overTime.map(({ bucket }) => bucket)).toEqual(
    bucketsOf(figures.asked.period, figures.asked.unit),
  );
  for (const { bucket, days, ...count } of figures.overTime) {
    expect(count).toEqual(of(all, (one) => bucketOf(one) === bucket));
    expect(count).toEqual(of(all, ({ day }) => day >= days.from && day <= days.to));
  }
  for (const { name, ...count } of figures.byType)
    expect(count).toEqual(of(all, ({ type }) => type === name));
  expect(figures.byType.length).toBe(new Set(all.map(({ type }) => type)).size);
  for (const { name, answered, ...count } of figures.byVerdict) {
    const those = all.filter(({ verdict }) => verdict === name);
    expect(count).toEqual(of(those, () => true));
    expect(answered).toBe(those.filter(({ outcome }) => outcome === "answered").length);
  }
}

function expectTops(figures: Figures, all: readonly Made[]): void {
  expectTop(
    figures.byPort,
    all.map(({ port }) => port),
    (name) => of(all, ({ port }) => port === name),
  );
  expectTop(
    figures.byProvider,
    all.map(({ provider }) => provider),
    (name) => of(all, ({ provider }) => provider === name),
  );
  expectTop(
    figures.bySender,
    all.map(({ sender }) => sender),
    (name) => of(all, ({ sender }) => sender === name),
  );
  const relayNames = all.flatMap(({ relayIds }) => (relayIds.length > 0 ? relayIds : [null]));
  expectTop(
    {
      ...figures.byRelay,
      rows: figures.byRelay.rows.map((row) => ({ ...row, name: row.name?.id ?? null })),
    },
    relayNames,
    (name) =>
      of(all, ({ relayIds }) => (name === null ? relayIds.length === 0 : relayIds.includes(name))),
  );
}

function expectEndings(figures: Figures, all: readonly Made[]): void {
  for (const outcome of ["open", "answered", "closed", "history"] as const)
    expect(figures.outcomes[outcome]).toBe(all.filter((one) => one.outcome === outcome).length);
  for (const deadline of ["without", "met", "missed", "pending"] as const)
    expect(figures.deadlines[deadline]).toBe(
      all.filter((one) => one.outcome !== "history" && deadlineNow(one) === deadline).length,
    );
  const times = all.flatMap(({ answerSeconds }) => answerSeconds ?? []).sort((a, b) => a - b);
  expect(figures.times).toEqual({
    answered: times.length,
    medianSeconds: times[Math.ceil(times.length / 2) - 1] ?? null,
    p90Seconds: times[Math.ceil(times.length * 0.9) - 1] ?? null,
    waits: WAITS.map((most, index) => {
      const least = WAITS[index - 1] ?? -1;
      return times.filter((time) => time > least && time <= (most ?? Number.POSITIVE_INFINITY))
        .length;
    }),
  });
}

function deadlineNow({ deadline, deadlineAt }: Made): string {
  return deadline === "pending" && deadlineAt && deadlineAt.getTime() <= NOW ? "missed" : deadline;
}

const ASKED: Asked = { period: { from: TODAY - 89, to: TODAY }, unit: "week", relayId: null };

test("the figures take eight statements, and each reads facts by their day", async () => {
  await keep([]);
  const seen: { sql: string; args: unknown }[] = [];
  for (const relayId of [null, "relay-a"]) {
    const stop = watchStatements((statement) => void seen.push(statement));
    await readFigures(desk.db, desk.people.owner, { ...ASKED, relayId, now: NOW });
    stop();
  }
  expect(seen).toHaveLength(16);
  for (const { sql } of seen) expect(sql).not.toMatch(/"line"|"triage"|json/i);
  // With next to nothing in its tables PostgreSQL plans by what they hold, not by what there is to hold.
  if (desk.db.$dialect === "sqlite") await expectByDay(seen);
});

async function expectByDay(seen: readonly { sql: string; args: unknown }[]): Promise<void> {
  const plans: string[] = [];
  for (const { sql, args } of seen) {
    const plan = await desk.db.$queryRawUnsafe<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN ${sql}`,
      ...(args as unknown[]),
    );
    const steps = plan.map(({ detail }) => detail).join("\n");
    expect(steps, sql).not.toMatch(/SCAN (f|a|r|CaseFact|CaseFactRelay|Case|Complaint)\b/);
    plans.push(steps);
  }
  expect(plans.filter((steps) => /SEARCH [far] USING.* INDEX .*day/.test(steps))).toHaveLength(14);
}

test("the list behind a figure has as many cases as the figure says", async () => {
  const one = await keep(fc.sample(aFact, { numRuns: 80, seed: 11 }));
  const asked = { ...ASKED, now: NOW };
  const figures = await readFigures(desk.db, desk.people.operator, asked);
  if (!figures) throw new Error("no figures");
  const count = async (behind: Behind, relayId: string | null = null) => {
    let found = 0;
    const list = listCounted(desk.db, desk.people.operator, { ...asked, relayId, behind });
    for await (const page of list) found += page.length;
    return found;
  };
  expect(await count({})).toBe(figures.cases);
  for (const { name, cases } of figures.byType) expect(await count({ type: name })).toBe(cases);
  for (const { name, cases } of figures.byVerdict)
    expect(await count({ verdict: name })).toBe(cases);
  for (const { name, cases } of figures.byPort.rows)
    expect(await count({ port: name })).toBe(cases);
  for (const { name, cases } of figures.bySender.rows)
    expect(await count({ sender: name })).toBe(cases);
  for (const { name, cases } of figures.byRelay.rows)
    if (name !== null) expect(await count({}, name.id)).toBe(cases);
  for (const outcome of ["open", "answered", "closed", "history"] as const)
    expect(await count({ outcome })).toBe(figures.outcomes[outcome]);
  for (const deadline of ["without", "met", "missed", "pending"] as const)
    expect(await count({ deadline })).toBe(figures.deadlines[deadline]);
  expect(one.length).toBe(80);
});

test("who may not see the desk as a whole gets no figures and no list", async () => {
  const { delegate } = desk.people;
  expect(await readFigures(desk.db, delegate, { ...ASKED, now: NOW })).toBeNull();
  for await (const page of listCounted(desk.db, delegate, { ...ASKED, behind: {}, now: NOW }))
    expect(page).toEqual([]);
});

test("a list longer than a page holds every case once", async () => {
  const one = fc.sample(aFact, { numRuns: 1, seed: 7 })[0];
  if (!one) throw new Error("no fact");
  const made = await keep(Array.from({ length: 1_203 }, () => ({ ...one, ...dated(NOW - DAY) })));
  const listed: string[] = [];
  for await (const page of listCounted(desk.db, desk.people.owner, {
    ...ASKED,
    behind: {},
    now: NOW,
  }))
    listed.push(...page.map(({ ref }) => ref));
  expect(listed).toEqual(made.map(({ caseId }) => caseId));
});
