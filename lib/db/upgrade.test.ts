import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { restore } from "./backup.ts";
import { openDb } from "./client.ts";
import { migrate } from "./migrate.ts";
import { upgrade } from "./upgrade.ts";

const MIGRATIONS = path.join("prisma", "migrations");
/** The newest migration of the state an operator may run today. */
const RELEASED = "20261123005210_signed_documents";

/** A row in each table that others lean on, as that state wrote them. */
const ROWS: Record<string, string> = {
  User: `('u1', 'ida', 'none', 'owner', NULL, 0, NULL, 0)`,
  Mailbox: `('m1', 'abuse', 'abuse@operator.example', '', 'imap.example', 993, 'tls', 'abuse', 'x', 'INBOX', 'smtp.example', 465, 'tls', '', '', 0, 1, NULL, 0, NULL, NULL, NULL, 0)`,
  RawMail: `('a1', x'00', 1, 0)`,
  Sighting: `('s1', 'imap', 'm1', '1', 1, NULL, 'stored', NULL, 'a1', NULL, 0, 0, 0)`,
  Case: `('c1', 'REF', 'open', 'ready', 'bruteforce', 1, 'port-allowed', 'isp', 0, 'title', '{}', 1, NULL, 0, 1, 0, NULL)`,
  Complaint: `('k1', 'a1', 'c1', 0, NULL, 'nora@shop.example', 'subject', 'en', '{}', NULL, NULL)`,
  Draft: `('d1', 'c1', 'isp', 'any/exit', 'en', '[]', 'subject', 'text', '[]', 0, 1, 0, NULL)`,
  OutboxMail: `('o1', 'c1', 'd1', 'd1:1', 'm1', '<1@operator.example>', '{}', '[]', 's', 't', NULL, '[]', NULL, 'sent', 1, 0, NULL, 'u1', 0, NULL, NULL, NULL, NULL)`,
  TimelineEntry: `('t1', 'c1', 0, 'opened', 'desk', '{}')`,
  Relay: `('r1', 'relay7', '${"7".repeat(40)}', 0)`,
  Tenure: `('n1', 'r1', '192.0.2.7', 0, NULL, 'torrc', 0)`,
  PolicyVersion: `('p1', 'r1', '[]', 'torrc', 0, NULL, 'torrc', 0)`,
  Uptime: `('w1', 'r1', 0, NULL, 'notice log', 0)`,
};

/** A copy of the checkout's migrations up to and with `last`. */
function rootUpTo(folder: string, last: string): string {
  for (const name of readdirSync(MIGRATIONS))
    if (name.includes(".") || name <= last)
      cpSync(path.join(MIGRATIONS, name), path.join(folder, MIGRATIONS, name), { recursive: true });
  return folder;
}

test("a desk of the released state keeps every row when it is brought to this one", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-upgrade-"));
  const url = `file:${path.join(folder, "desk.db")}`;
  await migrate(url, rootUpTo(folder, RELEASED));
  const db = openDb(url);
  for (const [table, row] of Object.entries(ROWS))
    await db.$executeRawUnsafe(`INSERT INTO "${table}" VALUES ${row}`);
  await db.$disconnect();

  expect((await migrate(url, process.cwd())).length).toBeGreaterThan(0);
  const upgraded = openDb(url);
  for (const table of Object.keys(ROWS))
    expect(await upgraded.$queryRawUnsafe(`SELECT 1 AS kept FROM "${table}"`), table).toHaveLength(
      1,
    );
  expect(await upgraded.$queryRawUnsafe("PRAGMA foreign_key_check")).toEqual([]);
  await upgraded.$disconnect();
  rmSync(folder, { recursive: true });
});

test("a start backs an older desk up before it migrates it, and a current one not", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-upgrade-"));
  const url = `file:${path.join(folder, "desk.db")}`;
  expect(await upgrade(url, rootUpTo(folder, RELEASED), 0)).toBeNull();
  const db = openDb(url);
  await db.$executeRawUnsafe(`INSERT INTO "User" VALUES ${ROWS["User"]}`);
  await db.$disconnect();

  const older = ["before-upgrade-19690101T000000Z", "before-upgrade-19690102T000000Z"];
  for (const name of [...older, "before-upgrade-by-hand"]) mkdirSync(path.join(folder, name));
  const backup = (await upgrade(url, process.cwd(), 0)) ?? "";
  const kept = readdirSync(folder)
    .filter((name) => name.startsWith("before-"))
    .sort();
  expect(kept).toEqual([older[1], path.basename(backup), "before-upgrade-by-hand"]);
  expect(path.dirname(backup)).toBe(folder);
  expect(await upgrade(url, process.cwd(), 1)).toBeNull();
  const { rows } = await restore(backup, path.join(folder, "old", "desk.db"));
  expect(rows["User"]).toBe(1);
  expect(rows["CaseHold"]).toBeUndefined();
  rmSync(folder, { recursive: true });
});

test("a desk of a newer version is refused in one line, and left as it is", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-upgrade-"));
  const url = `file:${path.join(folder, "desk.db")}`;
  await upgrade(url, process.cwd(), 0);
  const db = openDb(url);
  await db.$executeRawUnsafe(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', 'x', '29990101000000_later')`,
  );
  await db.$disconnect();
  await expect(upgrade(url, process.cwd(), 1)).rejects.toThrow(
    /newer version of Exitdesk \(it has 29990101000000_later\)/,
  );
  expect(readdirSync(folder).filter((name) => name.startsWith("before-"))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test("a desk whose mails are encrypted does not start without their keys", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-upgrade-"));
  const url = `file:${path.join(folder, "desk.db")}`;
  await upgrade(url, process.cwd(), 0);
  const db = openDb(url);
  const gzip = new Uint8Array([1, 2, 3]);
  await db.rawMail.create({ data: { sha256: "a", gzip, size: 3, storedAt: new Date(0) } });
  await db.$disconnect();
  expect(await upgrade(url, process.cwd(), 1)).toBeNull();
  rmSync(path.join(folder, "content.keys"));
  await expect(upgrade(url, process.cwd(), 2)).rejects.toThrow("content.keys is not in");
  rmSync(folder, { recursive: true });
});
