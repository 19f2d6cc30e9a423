import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../../testing/scratch-db.ts";
import { openDb } from "../client.ts";
import { takeWorkerLease } from "./worker-lease.ts";

let desk: Awaited<ReturnType<typeof scratchDb>>;
beforeAll(async () => {
  desk = await scratchDb();
});
afterAll(async () => await desk.close());

const count = { create: { key: "a", startedAt: new Date(0), count: 1 }, update: {} };

test("of two workers one works; the other begins when it gives back, and the first writes nothing more", async () => {
  const never = new AbortController();
  const first = await takeWorkerLease(desk.url, "first", never.signal);
  const waiting = takeWorkerLease(desk.url, "second", never.signal);
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
    .$executeRaw`INSERT INTO "Lease" VALUES ('worker', 'dead', clock_timestamp() + interval '2 seconds')`;
  const next = await takeWorkerLease(desk.url, "next", new AbortController().signal);
  expect(next).not.toBeNull();
  await next?.giveBack();
});

test("told to stop, a worker that stands by stops", async () => {
  const stop = new AbortController();
  const working = await takeWorkerLease(desk.url, "one", new AbortController().signal);
  const waiting = takeWorkerLease(desk.url, "other", stop.signal);
  stop.abort();
  expect(await waiting).toBeNull();
  await working?.giveBack();
});
