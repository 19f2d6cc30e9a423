import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { admitCaller } from "../../lib/accounts/admit-caller.ts";
import { readSecretKey } from "../../lib/config/secret.ts";
import { openDb } from "../../lib/db/client.ts";
import { tokenCommand } from "./token.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-token-"));
  vi.stubEnv("DATA_DIR", folder);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<{ status: number; out: string }> {
  let out = "";
  const keep = (text: string | Uint8Array) => {
    out += String(text);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  const status = await tokenCommand(args);
  vi.restoreAllMocks();
  return { status, out };
}

test("a token from the command line opens what it is for, until it is revoked", async () => {
  const made = await run("add", "monitor", "--may", "metrics");
  expect(made).toMatchObject({ status: 0, out: expect.stringMatching(/^[A-Za-z0-9_-]{43}\n$/) });
  const db = openDb(`file:${path.join(folder, "desk.db")}`);
  const secretKey = readSecretKey(folder);
  const ask = () =>
    admitCaller(db, (name) => (name === "authorization" ? `Bearer ${made.out.trim()}` : null), {
      scope: "metrics",
      now: Date.now(),
      secretKey,
    });
  expect(await ask()).toMatchObject({ caller: { name: "monitor" } });
  expect((await run("list")).out).toMatch(/^monitor +metrics +last used \d{4}-/);
  expect(await run("revoke", "monitor")).toMatchObject({ status: 0 });
  expect(await ask()).toMatchObject({ refused: "unknown" });
  expect((await run("list")).out).toMatch(/revoked \d{4}-/);
  const said = await db.auditEntry.findMany({ orderBy: { seq: "asc" } });
  expect(said.map(({ by, what }) => [by, what.split(":")[0]])).toEqual([
    ["desk", "token made"],
    ["desk", "token revoked"],
  ]);
  await db.$disconnect();
});

test("one that signs is printed with its key; what cannot be done is one line", async () => {
  expect((await run("add", "gateway", "--may", "intake-signed")).out).toMatch(
    /^[0-9a-f-]{36} [A-Za-z0-9_-]{43}\n$/,
  );
  expect(await run("add", "gateway", "--may", "intake")).toMatchObject({ status: 1 });
  expect(await run("revoke", "nobody")).toMatchObject({ status: 1 });
  for (const args of [[], ["add", "x"], ["add", "x", "--may", "all"], ["list", "x"], ["burn", "x"]])
    expect(await run(...args)).toMatchObject({ status: 2, out: expect.stringContaining("usage:") });
});
