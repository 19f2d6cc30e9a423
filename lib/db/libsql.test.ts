import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";
import { type Db, openDb, type Tx } from "./client.ts";

let desk: Awaited<ReturnType<typeof scratchDb>>;
beforeAll(async () => {
  desk = await scratchDb();
});
afterAll(async () => await desk.close());

/** What makes a committed mail survive a power cut; the library's own answers are 1, 0 and 0. */
async function pragmas(db: Db | Tx) {
  const [journal] = await db.$queryRaw<{ journal_mode: string }[]>`PRAGMA journal_mode`;
  const [sync] = await db.$queryRaw<{ synchronous: number | bigint }[]>`PRAGMA synchronous`;
  const [keys] = await db.$queryRaw<{ foreign_keys: number | bigint }[]>`PRAGMA foreign_keys`;
  const [busy] = await db.$queryRaw<{ timeout: number | bigint }[]>`PRAGMA busy_timeout`;
  return [
    journal?.journal_mode,
    Number(sync?.synchronous),
    Number(keys?.foreign_keys),
    Number(busy?.timeout),
  ];
}
const DURABLE = ["wal", 2, 1, 15_000];
const note = (db: Db | Tx, key: string) => db.setting.create({ data: { key, value: 1 } });

test("every connection is durable: at first, in a transaction, after one, after a failed one", async () => {
  const db = openDb(desk.url);
  expect(await pragmas(db)).toEqual(DURABLE);
  await db.$transaction(async (tx) => expect(await pragmas(tx)).toEqual(DURABLE));
  expect(await pragmas(db)).toEqual(DURABLE);
  await expect(
    db.$transaction(async (tx) => {
      await note(tx, "undone");
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await db.setting.findUnique({ where: { key: "undone" } })).toBeNull();
  expect(await pragmas(db)).toEqual(DURABLE);
  await Promise.all([1, 2, 3].map(async () => expect(await pragmas(db)).toEqual(DURABLE)));
  await db.$disconnect();
});

test("a transaction in the very first statement of a connection is durable too", async () => {
  const db = openDb(desk.url);
  await db.$transaction(async (tx) => expect(await pragmas(tx)).toEqual(DURABLE));
  await db.$disconnect();
});

test("transactions leave no connection behind", async () => {
  const open = () => readdirSync("/proc/self/fd").length;
  await desk.db.setting.count();
  const before = open();
  for (let n = 0; n < 50; n++) await desk.db.$transaction(async (tx) => await tx.setting.count());
  expect(open()).toBeLessThanOrEqual(before + 3);
});

test("what runs beside a transaction is not part of it", async () => {
  let beside: Promise<unknown> = Promise.resolve();
  await expect(
    desk.db.$transaction(async (tx) => {
      await note(tx, "inside");
      beside = note(desk.db, "beside");
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await beside;
  const keys = (await desk.db.setting.findMany()).map((row) => row.key);
  expect(keys).toContain("beside");
  expect(keys).not.toContain("inside");
});

test("two processes' writers wait for each other instead of failing", async () => {
  const [one, two] = [openDb(desk.url), openDb(desk.url)];
  const write = (db: Db, name: string) =>
    db.$transaction(async (tx) => {
      await tx.setting.count();
      await new Promise((resolve) => setTimeout(resolve, 2));
      await note(tx, name);
    });
  for (let n = 0; n < 10; n++) {
    await write(one, `one ${n}`);
    await write(two, `two ${n}`);
  }
  expect(await one.setting.count({ where: { key: { startsWith: "two " } } })).toBe(10);
  await Promise.all([one.$disconnect(), two.$disconnect()]);
});

test("a transaction that fails at its statement leaves the desk usable", async () => {
  await note(desk.db, "twice");
  await expect(desk.db.$transaction(async (tx) => await note(tx, "twice"))).rejects.toThrow();
  await note(desk.db, "after");
  expect(await desk.db.setting.count({ where: { key: "after" } })).toBe(1);
});
