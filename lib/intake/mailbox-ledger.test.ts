import { afterAll, beforeAll, expect, test } from "vitest";
import { aMailbox } from "../testing/a-watched-mailbox.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { mailboxLedger, noteGone, recordLook, startOver } from "./mailbox-store.ts";
import { storeArrivals } from "./store.ts";

const uidValidity = "7@place";
let desk: Awaited<ReturnType<typeof scratchDb>>;
let mailboxId: string;

beforeAll(async () => {
  desk = await scratchDb();
  mailboxId = (await aMailbox(desk.db, 1)).id;
  await startOver(desk.db, mailboxId, uidValidity);
  await store([1, 2, 3, 4, 5]);
});
afterAll(async () => await desk.close());

async function store(uids: number[]): Promise<void> {
  const arrivals = uids.map((uid) => ({
    raw: Buffer.from(`Subject: ${uid}\r\n\r\n`),
    via: "imap" as const,
    at: { mailboxId, uidValidity, uid },
    source: null,
    archive: false,
  }));
  await storeArrivals(desk.db, arrivals, 0);
}

async function look(listed: number[]) {
  await noteGone(desk.db, { mailboxId, uidValidity }, listed, 1_000);
  await recordLook(desk.db, mailboxId, listed.length, 1_000);
  return await mailboxLedger(
    desk.db,
    await desk.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } }),
  );
}

test("two messages deleted on the server do not make up for one the desk lacks", async () => {
  expect(await look([3, 4, 5, 6])).toMatchObject({ onServer: 4, stored: 3, difference: 1 });
  await store([6]);
  expect(await look([3, 4, 5, 6])).toMatchObject({ onServer: 4, stored: 4, difference: 0 });
});

test("what the folder lists again counts again, and the bytes of what is gone stay", async () => {
  expect(await look([])).toMatchObject({ onServer: 0, stored: 0, difference: 0 });
  expect(await desk.db.rawMail.count()).toBe(6);
  expect(await look([1, 2, 6])).toMatchObject({ onServer: 3, stored: 3, difference: 0 });
});

test("a new UIDVALIDITY: nothing is known of the server until it was looked at", async () => {
  await startOver(desk.db, mailboxId, "8@place");
  const row = await desk.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
  expect(await mailboxLedger(desk.db, row)).toMatchObject({ onServer: null, difference: null });
});
