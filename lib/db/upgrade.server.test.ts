import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentKeysFolder, readContentKeys } from "../config/content-keys.ts";
import { aDesk, arrive, aTriage } from "../testing/a-desk.ts";
import { openDb } from "./client.ts";
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

test("a desk of a newer version is refused in one line", async () => {
  await desk.db
    .$executeRaw`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('new', '', '29990101000000_later')`;
  await expect(upgrade(desk.url, process.cwd(), 2)).rejects.toThrow(
    /^The database was used by a newer version of Exitdesk \(it has 29990101000000_later\)/,
  );
});
