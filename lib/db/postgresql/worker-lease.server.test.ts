import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../../testing/scratch-db.ts";
import { openDb } from "../client.ts";
import { takeServerLease } from "./worker-lease.ts";

let desk: Awaited<ReturnType<typeof scratchDb>>;
beforeAll(async () => {
  desk = await scratchDb();
});
afterAll(async () => await desk.close());

const count = { create: { key: "a", startedAt: new Date(0), count: 1 }, update: {} };

test("of two workers one works; the other begins when it gives back, and the first writes nothing more", async () => {
  const never = new AbortController();
  const first = await takeServerLease(desk.url, "first", never.signal);
  const waiting = takeServerLease(desk.url, "second", never.signal);
  const firstDb = openDb(desk.url, { worker: "first" });
  const secondDb = openDb(desk.url, { worker: "second" });
  await firstDb.counter.upsert({ where: { key: "a" }, ...count });
  await expect(secondDb.counter.upsert({ where: { key: "b" }, ...count })).rejects.toThrow(
    "Another worker has taken over",
  );
  await first?.giveBack();
  const second = await waiting;
  await expect(firstDb.counter.deleteMany({})).rejects.toThrow("Another worker has taken over");
  await secondDb.counter.deleteMany({});
  await Promise.all([second?.giveBack(), firstDb.$disconnect(), secondDb.$disconnect()]);
});

test("a worker that died is followed when its time is over", async () => {
  await desk.db
    .$executeRaw`INSERT INTO "Lease" SELECT 'worker', 'dead', clock_timestamp() + interval '2 seconds', "pid" || ' ' || "backend_start" FROM pg_stat_activity WHERE "pid" = pg_backend_pid()`;
  const next = await takeServerLease(desk.url, "next", new AbortController().signal);
  expect(next).not.toBeNull();
  await next?.giveBack();
});

test("a worker whose connection is gone is followed at once, not when its time is over", async () => {
  await desk.db
    .$executeRaw`INSERT INTO "Lease" VALUES ('worker', 'killed', clock_timestamp() + interval '1 hour', '1 long ago')`;
  const began = performance.now();
  const next = await takeServerLease(desk.url, "next", new AbortController().signal);
  expect(performance.now() - began).toBeLessThan(1_500);
  await next?.giveBack();
});

test("told to stop, a worker that stands by stops", async () => {
  const stop = new AbortController();
  const working = await takeServerLease(desk.url, "one", new AbortController().signal);
  const waiting = takeServerLease(desk.url, "other", stop.signal);
  stop.abort();
  expect(await waiting).toBeNull();
  await working?.giveBack();
});
