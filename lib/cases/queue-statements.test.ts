import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSession, readSession } from "../accounts/session-store.ts";
import type { Role } from "../accounts/viewer.ts";
import { watchStatements } from "../db/watch-statements.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { NO_DEADLINE } from "./decide-case.ts";
import type { QueueFilter } from "./queue.ts";
import { listQueue } from "./queue-store.ts";
import { countTabsAnd } from "./queue-window-store.ts";
import { saveView } from "./save-view.ts";
import { listViews } from "./saved-view-store.ts";
import { readTrouble } from "./trouble-store.ts";
import { readUndo } from "./undo-view-store.ts";

const CASES = 200;
let desk: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  desk = await aDesk();
  await desk.db.case.createMany({
    data: Array.from({ length: CASES }, (_, n) => ({
      ref: `R${n}`,
      state: "open",
      title: `Case ${n}`,
      type: n % 2 === 0 ? "irc" : "portscan",
      confidence: 1,
      verdict: "port-allowed",
      route: "complainant",
      decision: "ready",
      line: {
        from: "reporter.example",
        forwardedBy: null,
        ip: null,
        relay: null,
        target: null,
        eventAt: null,
      },
      openedAt: new Date(NOW - n),
      sortAt: new Date(n % 2 === 0 ? NOW : NO_DEADLINE),
    })),
  });
  const { operator } = desk.people;
  for (let n = 0; n < 5; n += 1) {
    const filter = { tab: "open" as const, language: "en", days: n + 1 };
    await saveView(desk.db, operator, { name: `view ${n}`, filter, shared: true, now: NOW });
  }
});
afterAll(async () => await desk.close());

/** What `app/queue/page.tsx` asks after a case was closed, from the cookie to the last row. */
async function statementsOf(role: Role, filter: QueueFilter): Promise<number> {
  const { db } = desk;
  const token = await openSession(db, desk.people[role].userId, { agent: "", now: NOW });
  const seen: string[] = [];
  const stop = watchStatements(({ sql }) => void seen.push(sql));
  const session = await readSession(db, token, NOW);
  if (!session) throw new Error("no session");
  const { viewer } = session;
  const views = await listViews(db, viewer);
  const filters = views.map((view) => view.filter);
  await countTabsAnd(db, viewer, filters, NOW);
  const { rows } = await listQueue(db, viewer, { ...filter, size: 50, after: null, now: NOW });
  await readTrouble(db, viewer);
  await readUndo(db, viewer, { caseId: randomUUID(), outboxId: undefined });
  stop();
  if (role !== "delegate") expect(rows).toHaveLength(50);
  return seen.length;
}

test.each<[Role, QueueFilter]>([
  ["owner", { tab: "open" }],
  ["operator", { tab: "ready" }],
  ["operator", { tab: "open", type: "irc" }],
  ["operator", { tab: "open", type: "irc", verdict: "port-allowed" }],
  ["read-only", { tab: "due", verdict: "port-allowed" }],
  ["delegate", { tab: "open" }],
])("a queue page of the %s with %j takes at most 6 statements", async (role, filter) => {
  expect(await statementsOf(role, filter)).toBeLessThanOrEqual(6);
});
