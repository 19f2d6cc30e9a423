import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addAudit } from "../../lib/accounts/audit-store.ts";
import { readSecretKey } from "../../lib/config/secret.ts";
import { openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";

const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-keys-command-"));
const url = `file:${path.join(folder, "desk.db")}`;
/** Each is several programs, one after the other. */
const SLOW = { timeout: 60_000 };
const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: "" };
const run = (...args: string[]) =>
  spawnSync(process.execPath, ["bin/commands/main.ts", ...args], { env, encoding: "utf8" });

beforeAll(async () => {
  await migrate(url, process.cwd());
  const db = openDb(url);
  for (const what of ["one", "two"])
    await db.$transaction((tx) => addAudit(tx, "ida", { kind: "settings", what }));
  await db.$disconnect();
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => void readSecretKey(folder));
test("keys are told by their ids, and a new one comes to the front", SLOW, () => {
  const first = run("keys", "list").stdout;
  expect(first).toMatch(/^[0-9a-f]{8} {2}in use\n$/);
  const both = run("keys", "new").stdout;
  expect(both).toMatch(/^[0-9a-f]{8} {2}in use\n[0-9a-f]{8}\nStart the desk anew/);
  expect(both).toContain(first.slice(0, 8));
  expect(run("keys", "burn").status).toBe(2);
});

test("all keys are rotated at once, and the log says so without a key", SLOW, () => {
  const done = run("keys", "rotate");
  expect(done.stdout).toMatch(
    /^The new secret key is [0-9a-f]{8}\. 0 secrets sealed anew\.\n[0-9a-f]{8} {2}in use\n/,
  );
  expect(run("keys", "list").stdout.trim().split("\n")).toHaveLength(3);
  expect(run("keys", "rotate", "--often").status).toBe(2);
  rmSync(path.join(folder, "secret.key"));
  expect(run("keys", "rotate").stderr).toContain("secret.key is not in");
});

test("the audit log is followed to its end, or to the entry somebody changed", SLOW, () => {
  const fine = run("audit", "verify");
  expect(fine.stdout).toMatch(/^5 entries, each as it was written\. The last one is [0-9a-f]{64}:/);
  expect(fine.status).toBe(0);
  execFileSync(process.execPath, [
    "-e",
    `const { DatabaseSync } = require("node:sqlite");
     const db = new DatabaseSync(process.argv[1]);
     db.exec('DROP TRIGGER "AuditEntry_no_change"; UPDATE "AuditEntry" SET "by" = \\'eve\\' WHERE "seq" = 2');`,
    path.join(folder, "desk.db"),
  ]);
  const broken = run("audit", "verify");
  expect(broken.stdout).toMatch(/^Entry 2 of the audit log was changed/);
  expect(broken.status).toBe(1);
  expect(run("audit").status).toBe(2);
});
