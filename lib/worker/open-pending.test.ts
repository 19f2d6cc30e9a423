import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storeArrivals } from "../intake/store.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { openingMark } from "./files.ts";
import { openPending } from "./open-pending.ts";

let desk: Awaited<ReturnType<typeof scratchDb>>;
beforeEach(async () => {
  desk = await scratchDb();
});
afterEach(async () => await desk.close());

const arrive = (count: number) =>
  storeArrivals(
    desk.db,
    Array.from({ length: count }, (_, index) => ({
      raw: Buffer.from(`Subject: ${index}\r\n\r\nmail ${index}\r\n`),
      via: "import" as const,
      at: null,
      source: String(index),
      archive: false,
    })),
    0,
  );
const sourceOf = async (id: string) =>
  (await desk.db.sighting.findUniqueOrThrow({ where: { id } })).source;
/** Opens every mail but those named, as `openCase` would: it marks them as triaged. */
function opener(failure: (source: string | null) => Error | null) {
  const opened: (string | null)[] = [];
  const open = async (_: unknown, id: string) => {
    const source = await sourceOf(id);
    const error = failure(source);
    if (error) throw error;
    opened.push(source);
    await desk.db.sighting.update({ where: { id }, data: { triagedAt: new Date(0) } });
  };
  return { opened, open, run: () => openPending(desk.db, { open, stopped: () => false }) };
}

test("a mail that cannot be opened is in quarantine after three rounds; all others are opened in the first", async () => {
  await arrive(45);
  const secret = "what Ada wrote to the police";
  const { opened, run } = opener((source) => (source === "3" ? new TypeError(secret) : null));
  expect(await run()).toBe(44);
  expect(new Set(opened).size).toBe(44);
  await run();
  expect(await desk.db.sighting.count({ where: { outcome: "quarantined" } })).toBe(0);
  await run();
  const [row] = await desk.db.sighting.findMany({ where: { outcome: "quarantined" } });
  expect(row).toMatchObject({ source: "3", attempts: 3 });
  expect(row?.problem).toMatch(/TypeError.*download it/);
  expect(row?.problem).not.toContain(secret);
  expect(await desk.db.rawMail.count()).toBe(45);
  expect(await run()).toBe(0);
});

test.each(["database or disk is full", "database is locked"])(
  "no mail is blamed for '%s': the round ends and all wait",
  async (words) => {
    await arrive(5);
    const { run } = opener(() => new Error(words));
    for (let round = 0; round < 4; round += 1) await expect(run()).rejects.toThrow(words);
    expect(await desk.db.sighting.count({ where: { outcome: "stored", attempts: 0 } })).toBe(5);
    const { opened, run: again } = opener(() => null);
    expect(await again()).toBe(5);
    expect(opened).toEqual(["0", "1", "2", "3", "4"]);
  },
);

test("more mails that fail than a step holds do not hide the ones behind them", async () => {
  await arrive(60);
  const { run } = opener((source) => (Number(source) < 50 ? new Error("poison") : null));
  expect(await run()).toBe(10);
});

test("a mail that ends the worker itself is put aside after four workers, and those behind it are opened", async () => {
  await arrive(3);
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-mark-"));
  const never = new Promise<never>(() => undefined);
  let reached = 0;
  // Each pass is a worker that dies at the second mail: it never comes back from it.
  for (let worker = 0; worker < 4; worker += 1) {
    const open = async (_: unknown, id: string) => {
      if ((await sourceOf(id)) === "1") {
        reached += 1;
        await never;
      }
      await desk.db.sighting.update({ where: { id }, data: { triagedAt: new Date(0) } });
    };
    void openPending(desk.db, { open, stopped: () => false, mark: openingMark(folder) });
    await expect.poll(() => reached).toBe(worker + 1);
  }
  expect(await desk.db.sighting.count({ where: { outcome: "quarantined" } })).toBe(0);
  const { open, opened } = opener(() => null);
  await openPending(desk.db, { open, stopped: () => false, mark: openingMark(folder) });
  expect(opened).toEqual(["2"]);
  const [row] = await desk.db.sighting.findMany({ where: { outcome: "quarantined" } });
  expect(row).toMatchObject({ source: "1", problem: expect.stringContaining("download it") });
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test.each(["", "../../etc/passwd 9\n", "x", "a b c 99\n", "\0".repeat(5000)])(
  "a mark that says %j blames nobody",
  (text) => {
    const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-mark-"));
    writeFileSync(path.join(folder, "worker.opening"), text);
    expect(openingMark(folder).left).toBeNull();
    rmSync(folder, { recursive: true });
    const mark = openingMark(path.join(folder, "gone"));
    mark.begin("1");
    mark.end();
    expect(existsSync(folder)).toBe(false);
  },
);
