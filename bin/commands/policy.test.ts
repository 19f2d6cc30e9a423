import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "policy-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function policy(...args: string[]) {
  const main = join(import.meta.dirname, "main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "policy", ...args], {
    encoding: "utf8",
  });
  return { status, out: stdout.trim().split("\n"), err: stderr.trim().split("\n") };
}

const TORRC = [
  "ExitRelay 1",
  "ExitPolicy reject *:25, accept 192.0.2.0/24:80, reject *:80",
  "ExitPolicy accept *:*",
];

test("prints the word and the deciding rule for each target, and goes on after a bad one", () => {
  const path = file("torrc", TORRC);
  const { status, out, err } = policy(
    "check",
    "--policy",
    path,
    "192.0.2.7:25",
    "192.0.2.7:smtp",
    "*:80",
  );
  expect(status).toBe(1);
  expect(out).toEqual([
    'reject  192.0.2.7:25  by "reject *:25"  (ExitPolicy (line 2))',
    expect.stringMatching(
      /^probably-reject {2}\*:80 {2}by "reject \*:80" .*accept 192\.0\.2\.0\/24:80/,
    ),
  ]);
  expect(err).toEqual([
    expect.stringMatching(/^192\.0\.2\.7:smtp: "smtp" is no port; write a number/),
  ]);
});

test("a policy tor would refuse is one clear line with file, line and remedy", () => {
  const path = file("bad", ["ExitRelay 1", "ExitPolicy accept *:http"]);
  const { status, err } = policy("check", "--policy", path, "192.0.2.7:80");
  expect(status).toBe(1);
  expect(err).toHaveLength(1);
  expect(err[0]).toContain(
    `${path}: line 2: ExitPolicy "accept *:http": "http" is no port; use 1 to 65535`,
  );
});

test("a missing file and wrong usage have their own exit status", () => {
  expect(policy("check", "--policy", join(folder, "none"), "192.0.2.7:80")).toMatchObject({
    status: 1,
    err: [expect.stringContaining("there is no such file")],
  });
  expect(policy("check", "--policy", file("torrc", TORRC)).status).toBe(2);
  expect(policy("frobnicate").status).toBe(2);
});

test("the batch answers every question, names the line that is none, and goes on", () => {
  const good = { id: "a", kind: "torrc", torrc: TORRC, address: "192.0.2.7", port: 80 };
  const refused = { ...good, id: "b", torrc: ["ExitPolicy permit *:80"] };
  const path = file("batch", [JSON.stringify(good), "{broken", JSON.stringify(refused)]);
  const { status, out, err } = policy("check", "--batch", path);
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { id: "a", result: "accept", rule: "accept 192.0.2.0/24:80", conclusive: true },
    { id: null, result: "error" },
    { id: "b", result: "error" },
  ]);
  expect(err).toEqual([expect.stringContaining("line 2: not a policy question")]);
  expect(status).toBe(1);
  expect(policy("check", "--batch", file("fine", [JSON.stringify(refused)])).status).toBe(0);
});
