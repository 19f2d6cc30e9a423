import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentKeysFolder, readContentKeys } from "../config/content-keys.ts";
import { aDesk, arrive, aTriage } from "../testing/a-desk.ts";
import { onServer, testServer } from "../testing/postgresql-server.ts";
import { restore } from "./backup.ts";
import { openDb } from "./client.ts";
import { migrate } from "./migrate.ts";
import { upgrade } from "./upgrade.ts";

const other = mkdtempSync(path.join(tmpdir(), "exitdesk-other-"));
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => {
  await desk.close();
  rmSync(other, { recursive: true });
});

test("the first machine says which key it has; one that has another key is refused", async () => {
  expect(await upgrade(desk.url, process.cwd(), 0)).toBeNull();
  const { current } = readContentKeys(contentKeysFolder(desk.url));
  const said = await desk.db.setting.findUnique({ where: { key: "sealed-with" } });
  expect(said?.value).toBe(current);
  const elsewhere = openDb(desk.url, { keyFolder: other });
  await expect(elsewhere.case.count()).rejects.toThrow(
    `content.keys does not hold the key ${current}`,
  );
  await elsewhere.$disconnect();
});

test("a start changes nothing the second time, while others work, and loses nothing", async () => {
  await arrive(desk.db, aTriage());
  const [first, second] = [
    upgrade(desk.url, process.cwd(), 1),
    upgrade(desk.url, process.cwd(), 1),
  ];
  await arrive(desk.db, aTriage({ message: { subject: "meanwhile" } }), { raw: "another" });
  expect(await Promise.all([first, second])).toEqual([null, null]);
  expect(await desk.db.complaint.count()).toBe(2);
});

test("a desk of an older version is backed up as it was, beside the keys, and then migrated", async () => {
  const server = testServer() ?? "";
  await onServer(server, `CREATE DATABASE "older"`);
  const older = new URL(server);
  older.pathname = "/older";
  await migrate(older.href, process.cwd(), "20261123110000_init");
  const before = openDb(older.href, { keyFolder: contentKeysFolder(older.href) });
  await before.$executeRaw`INSERT INTO "User" ("id", "login", "passwordHash", "role", "createdAt") VALUES ('u1', 'ida', 'none', 'owner', now())`;
  await before.$disconnect();

  const backup = (await upgrade(older.href, process.cwd(), Date.UTC(2026, 0, 2))) ?? "";
  expect(path.basename(backup)).toBe("before-upgrade-20260102T000000Z");
  const { rows } = await restore(backup, path.join(other, "restored", "desk.db"));
  expect(rows["User"]).toBe(1);
  expect(rows["SeenSignature"]).toBeUndefined();
  const upgraded = openDb(older.href);
  expect(await upgraded.seenSignature.count()).toBe(0);
  expect(await upgraded.user.count()).toBe(1);
  await upgraded.$disconnect();
  expect(await upgrade(older.href, process.cwd(), 1)).toBeNull();
  rmSync(backup, { recursive: true });
  await onServer(server, `DROP DATABASE "older" WITH (FORCE)`);
});

test("a desk of a newer version is refused in one line", async () => {
  await desk.db
    .$executeRaw`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('new', '', '29990101000000_later')`;
  await expect(upgrade(desk.url, process.cwd(), 2)).rejects.toThrow(
    /^The database was used by a newer version of Exitdesk \(it has 29990101000000_later\)/,
  );
});
