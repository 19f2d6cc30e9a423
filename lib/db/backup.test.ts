import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";
import { backUp, restore } from "./backup.ts";
import { openDb } from "./client.ts";

let desk: Awaited<ReturnType<typeof scratchDb>>;
let folder: string;
beforeEach(async () => {
  desk = await scratchDb();
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-backup-"));
  await desk.db.setting.create({ data: { key: "one", value: 1 } });
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});
const to = (name: string) => path.join(folder, name);
const make = (keys: string[] = []) => backUp(desk.url, to("copy"), { keys, now: 0 });

test("a desk is copied while somebody writes, and is whole in an empty place", async () => {
  const writing = desk.db.setting.create({ data: { key: "two", value: 2 } });
  const made = await make();
  await writing;
  expect(statSync(to("copy/desk.db")).mode & 0o077).toBe(0);
  expect(await restore(to("copy"), to("data/desk.db"))).toEqual(made);
  const restored = openDb(`file:${to("data/desk.db")}`);
  expect(await restored.setting.findUnique({ where: { key: "one" } })).toMatchObject({ value: 1 });
  expect(await restored.setting.count()).toBe(made.rows["Setting"]);
  await restored.$disconnect();
});

test("keys go along only when they are named", async () => {
  writeFileSync(to("content.keys"), "a key");
  await make();
  expect(existsSync(to("copy/content.keys"))).toBe(false);
  await backUp(desk.url, to("full"), { keys: [to("content.keys")], now: 0 });
  await restore(to("full"), to("data/desk.db"));
  expect(existsSync(to("data/content.keys"))).toBe(true);
});

test("nothing is overwritten, and a changed copy is not restored", async () => {
  await make();
  await expect(make()).rejects.toThrow("there already");
  await restore(to("copy"), to("data/desk.db"));
  await expect(restore(to("copy"), to("data/desk.db"))).rejects.toThrow("empty DATA_DIR");
  appendFileSync(to("copy/desk.db"), "x");
  await expect(restore(to("copy"), to("other/desk.db"))).rejects.toThrow("SHA-256 differs");
  expect(existsSync(to("other"))).toBe(false);
});
