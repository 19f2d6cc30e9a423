import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { NO_DEADLINE } from "./decide-case.ts";
import { COUNT_CAP, type Tab } from "./queue.ts";
import { listQueue } from "./queue-store.ts";
import { countTabs } from "./queue-window-store.ts";

const HOUR = 3_600_000;
const CASES = 1_150;
let desk: Awaited<ReturnType<typeof aDesk>>;
let viewer: Viewer;

beforeAll(async () => {
  desk = await aDesk();
  viewer = desk.people.operator;
  await desk.db.case.createMany({
    data: Array.from({ length: CASES }, (_, n) => ({
      ref: `R${n}`,
      state: n < 100 ? "done" : "open",
      decision: n % 2 === 0 ? "ready" : "needs_fact",
      type: "portscan",
      confidence: 1,
      verdict: "port-allowed",
      route: "isp",
      title: `case ${n}`,
      line: { from: "", forwardedBy: null, ip: null, relay: null, target: null, eventAt: null },
      // Many share a deadline, so that the id has to break the tie.
      sortAt: new Date(n % 3 === 0 ? NO_DEADLINE : NOW + Math.floor(n / 10) * HOUR),
      deadlineAt: n % 3 === 0 ? null : new Date(NOW + Math.floor(n / 10) * HOUR),
      openedAt: new Date(NOW),
    })),
  });
});
afterAll(async () => await desk.close());

async function walk(tab: Tab, size: number) {
  const seen: { id: string; deadlineAt: number | null }[] = [];
  let after: string | null = null;
  do {
    const page = await listQueue(desk.db, viewer, { tab, size, after, now: NOW });
    expect(page.rows.length).toBeLessThanOrEqual(size);
    seen.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return seen;
}

test("paging through the queue shows every case once, by deadline, those without one last", async () => {
  const seen = await walk("open", 97);
  expect(new Set(seen.map((row) => row.id)).size).toBe(CASES - 100);
  const order = seen.map((row) => row.deadlineAt ?? NO_DEADLINE);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test("closed cases come newest first", async () => {
  const ids = (await walk("done", 33)).map((row) => row.id);
  expect(ids).toHaveLength(100);
  expect(ids).toEqual(ids.toSorted().toReversed());
});

test("a case that is closed between two pages neither hides nor repeats another", async () => {
  const first = await listQueue(desk.db, viewer, { tab: "due", size: 5, after: null, now: NOW });
  const last = first.rows.at(-1);
  await desk.db.case.update({ where: { id: last?.id ?? "" }, data: { state: "done" } });
  const second = await listQueue(desk.db, viewer, {
    tab: "due",
    size: 500,
    after: first.next,
    now: NOW,
  });
  const due = await desk.db.case.count({
    where: { state: "open", sortAt: { lte: new Date(NOW + 24 * HOUR) } },
  });
  expect(second.rows).toHaveLength(due - 4);
  await desk.db.case.update({ where: { id: last?.id ?? "" }, data: { state: "open" } });
});

test.each(["", "x", "1", "1.2", "1.2.3", "99999999999999999999.x", "%00", "'; --"])(
  "the hand-made cursor %j shows the first page",
  async (after) => {
    const page = await listQueue(desk.db, viewer, { tab: "open", size: 1, after, now: NOW });
    const first = await listQueue(desk.db, viewer, { tab: "open", size: 1, after: null, now: NOW });
    expect(page.rows).toEqual(first.rows);
  },
);

test("counts stop at the cap and say so", async () => {
  const counts = await countTabs(desk.db, viewer, NOW);
  const due = (await walk("due", 50)).length;
  expect(due).toBeGreaterThan(50);
  const exactly = (count: number) => ({ count, more: false });
  expect(counts).toEqual({
    open: { count: COUNT_CAP, more: true },
    due: exactly(due),
    ready: exactly(525),
    needs_fact: exactly(525),
    unsorted: exactly(0),
    counsel: exactly(0),
    waiting: exactly(0),
    quarantine: exactly(0),
    done: exactly(100),
  });
});
