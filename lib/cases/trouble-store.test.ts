import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk } from "../testing/a-desk.ts";
import { readTrouble } from "./trouble-store.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

test("a mailbox is named with its fault while it is read, and not when it is switched off or well again", async () => {
  const owner = desk.people.owner;
  await desk.db.mailbox.updateMany({ data: { lastError: "The server refused the password." } });
  const faulty = await readTrouble(desk.db, owner);
  expect(faulty.mailboxes.length).toBeGreaterThan(0);
  expect(faulty.mailboxes[0]?.text).toBe("The server refused the password.");
  await desk.db.mailbox.updateMany({ data: { enabled: false } });
  expect((await readTrouble(desk.db, owner)).mailboxes).toEqual([]);
  await desk.db.mailbox.updateMany({ data: { enabled: true, lastError: null } });
  expect(await readTrouble(desk.db, owner)).toEqual({ mailboxes: [], letters: [] });
});
