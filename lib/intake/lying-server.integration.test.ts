import { afterEach, beforeEach, expect, test } from "vitest";
import {
  aMailbox,
  hashesOf,
  heldMails,
  ledgerOf,
  mailNo,
  mailNos,
  until,
  watch,
} from "../testing/a-watched-mailbox.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { ScriptedImap } from "../testing/scripted-imap.ts";

let server: ScriptedImap;
let desk: Awaited<ReturnType<typeof scratchDb>>;
let stop: () => Promise<void>;

beforeEach(async () => {
  server = await ScriptedImap.start();
  desk = await scratchDb();
  stop = async () => undefined;
});
afterEach(async () => {
  await stop();
  await server.stop();
  await desk.close();
});

async function watched(): Promise<string> {
  const mailbox = await aMailbox(desk.db, server.port);
  stop = watch(desk.db, mailbox, { reconcileMs: 100 }).stop;
  return mailbox.id;
}

async function held(): Promise<string[]> {
  return (await heldMails(desk.db)).hashes;
}

test.each([0, 1, 4_000_000_000])(
  "a server that says there are %i messages: all are taken, and the ledger counts those it lists",
  async (exists) => {
    server.mails.push(...mailNos(1, 3));
    server.misbehaviour = { exists };
    const id = await watched();
    await until("all are taken", async () => (await held()).length === 3);
    await until("looked at", async () => (await ledgerOf(desk.db, id)).serverCount === 3);
    expect((await ledgerOf(desk.db, id)).ledger.difference).toBe(0);
  },
);

test("a message the server lists and never hands over is named, the ones behind it are taken, and it is not asked for ever", async () => {
  server.mails.push(...mailNos(1, 60));
  server.misbehaviour = { withheld: [2], hollow: [3] };
  const id = await watched();
  await until("58 are taken", async () => (await held()).length === 58);
  await until("looked at", async () => (await ledgerOf(desk.db, id)).serverCount === 60);
  const { ledger } = await ledgerOf(desk.db, id);
  expect(ledger).toMatchObject({ stored: 58, quarantined: 2, difference: 0 });
  const rows = await desk.db.sighting.findMany({ where: { outcome: "quarantined" } });
  expect(rows.map((row) => row.uid).sort()).toEqual([2, 3]);
  expect(rows[0]?.problem).toMatch(/lists this message but does not hand it over/);
  const asked = server.asked.get(2);
  server.mails.push(mailNo(61));
  await until("the next is taken", async () => (await held()).length === 59);
  expect(server.asked.get(2)).toBe(asked);
  expect(asked).toBeLessThanOrEqual(3);
});

test("a search that leaves messages out is no proof that they are not there: they are taken later", async () => {
  server.mails.push(...mailNos(1, 5));
  server.misbehaviour = { late: { uids: [2, 3], searches: 1 } };
  await watched();
  await until("all are taken", async () => (await held()).length === 5);
  expect(await held()).toEqual(hashesOf(mailNos(1, 5)));
});
