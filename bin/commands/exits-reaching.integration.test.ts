import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const DATA = path.join(import.meta.dirname, "../../../shared/tor-data");
const CONSENSUS = path.join(DATA, "safe_tor-2022-11-19-cached-consensus");

function ask(...args: string[]) {
  const main = path.join(import.meta.dirname, "main.ts");
  const run = spawnSync(process.execPath, [main, "exits-reaching", ...args], { encoding: "utf8" });
  return { ...run, rows: run.stdout.split("\n").slice(0, -1) };
}

/** Counted from the `p` lines of this consensus by another program. */
test.each([
  [80, 1441],
  [443, 1442],
  [22, 418],
  [25, 50],
  [6667, 804],
])("port %i is reached by as many exits as the consensus has", (port, wanted) => {
  const { status, rows, stderr } = ask("--network", CONSENSUS, `198.51.100.7:${port}`);
  expect(stderr).toMatch(/^\d+ exits whose policy allows/);
  expect([status, rows.length]).toEqual([0, wanted]);
});

test("a folder is the newest network in it, with the IPv6 policies its microdescriptors tell", () => {
  const { status, rows, stderr } = ask("--network", DATA, "[2001:db8::1]:443");
  expect(status).toBe(0);
  expect(stderr).toContain("consensus of 2022-11-19T10:00:00Z");
  expect(rows.length).toBeGreaterThan(150);
  expect(
    rows.every((row) => /^[0-9A-F]{40} {2}\S+ {2}\S+ {2}probably-accept {2}p6 /.test(row)),
  ).toBe(true);
});

test("as CSV, as a firewall set, and every mistake is one line", () => {
  expect(ask("--network", CONSENSUS, "192.0.2.1:25", "--csv").rows).toHaveLength(51);
  expect(ask("--network", CONSENSUS, "192.0.2.1:25", "--firewall").stdout).toContain("add element");
  const wrong = (name: string) => ask("--network", path.join(DATA, name), "192.0.2.1:25");
  for (const name of ["nowhere", "SOURCES.tsv", "stem-cached-microdescs"]) {
    expect(wrong(name)).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/^[^\n]+\n$/),
    });
  }
  expect(ask("--network", CONSENSUS, "192.0.2.1:80x").status).toBe(2);
  expect(ask("192.0.2.1:80").stderr).toContain("--network FILE is missing");
});
