import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-private-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("in a folder others may look into, no file of the desk is theirs to read", () => {
  chmodSync(folder, 0o755);
  const env = { DATA_DIR: folder, NODE_ENV: "production" } as const;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["bin/commands/main.ts", ...args], { env, encoding: "utf8" });
  expect(run("user", "list").status).toBe(0);
  expect(run("backup", path.join(folder, "backup")).status).toBe(0);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(files).toEqual(
    expect.arrayContaining(["desk.db", "content.keys", "backup", path.join("backup", "desk.db")]),
  );
  const open = files.filter((name) => (statSync(path.join(folder, name)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
}, 30_000);
