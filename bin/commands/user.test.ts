import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "../../lib/accounts/sign-in.ts";
import { openDb } from "../../lib/db/client.ts";

const PASSWORD = "correct horse battery";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-user-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: string[], stdin = ""): Promise<{ status: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["bin/commands/main.ts", "user", ...args], {
      env: { ...process.env, DATA_DIR: folder, DATABASE_URL: "" },
    });
    let out = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (out += chunk));
    child.on("close", (status) => resolve({ status, out }));
    child.stdin.end(stdin);
  });
}

test("accounts from an empty desk to a rescued one", { timeout: 120_000 }, async () => {
  expect(await run([])).toMatchObject({ status: 2 });
  expect(await run(["add"])).toMatchObject({ status: 2 });
  expect(await run(["list"])).toMatchObject({ status: 0 });
  expect(await run(["add", "ada", "--role", "operator"], `${PASSWORD}\n`)).toMatchObject({
    status: 1,
    out: expect.stringContaining("first person owns"),
  });
  expect(await run(["add", "ada"], "short\n")).toMatchObject({
    status: 1,
    out: expect.stringContaining("at least 12"),
  });
  expect(await run(["add", "Ada"], `${PASSWORD}\n`)).toEqual({
    status: 0,
    out: "ada may sign in as owner.\n",
  });
  expect(await run(["add", "bob"], `${PASSWORD}\n`)).toMatchObject({
    out: "bob may sign in as operator.\n",
  });
  expect(await run(["add", "bob"], `${PASSWORD}\n`)).toMatchObject({ status: 1 });
  expect(await run(["password", "nobody"], `${PASSWORD}\n`)).toMatchObject({ status: 1 });
  expect(await run(["password", "ada"], "another long password\n")).toMatchObject({ status: 0 });
  const listed = await run(["list"]);
  expect(listed.out).toMatch(
    /^ada +owner +since \d{4}-\d\d-\d\d {2}password, 0 open\nbob +operator /,
  );
  const db = openDb(`file:${path.join(folder, "desk.db")}`);
  const attempt = { login: "ada", deviceToken: null, now: Date.now() };
  expect((await signIn(db, { ...attempt, password: PASSWORD })).ok).toBe(false);
  expect((await signIn(db, { ...attempt, password: "another long password" })).ok).toBe(true);

  // Nobody who owns the desk can sign in any more: the machine helps.
  await db.user.update({ where: { login: "ada" }, data: { disabledAt: new Date() } });
  await db.user.update({ where: { login: "bob" }, data: { disabledAt: new Date() } });
  const bob = await db.user.findUniqueOrThrow({ where: { login: "bob" } });
  const now = new Date();
  await db.totp.create({ data: { userId: bob.id, seed: "x", createdAt: now, confirmedAt: now } });
  expect((await run(["list"])).out).toMatch(/bob .* codes, 0 open {2}disabled/);
  expect(await run(["owner", "nobody"])).toMatchObject({ status: 1 });
  expect(await run(["owner", "Bob"])).toEqual({
    status: 0,
    out: "bob is an owner of this desk.\n",
  });
  expect(await run(["codes-off", "bob"])).toMatchObject({ status: 0 });
  expect(await run(["codes-off", "bob"])).toMatchObject({ status: 1 });
  const again = await signIn(db, { ...attempt, login: "bob", password: PASSWORD });
  expect(again.ok).toBe(true);
  expect(await run(["sign-out", "bob"])).toMatchObject({ status: 0 });
  expect(await db.session.count({ where: { userId: bob.id } })).toBe(0);
  await db.$disconnect();
});
