import { afterAll, beforeAll, expect, test } from "vitest";
import { pendingSightings, quarantineMail } from "../intake/pending-store.ts";
import { storeArrivals } from "../intake/store.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { listQuarantine, readQuarantined } from "./quarantine-store.ts";
import { settleQuarantined } from "./settle-quarantined.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

const RAW = Buffer.from("From: nora@shop.example\r\n\r\nhello\r\n");

/** A mail whose bytes are in the desk and that could not be opened as a case. */
async function unreadable(raw = RAW): Promise<string> {
  const arrival = { raw, via: "webhook" as const, at: null, source: "token", archive: false };
  await storeArrivals(desk.db, [arrival], NOW);
  const [id = ""] = await pendingSightings(desk.db, 1);
  await quarantineMail(desk.db, id, "TypeError");
  return id;
}

/** A message that stayed on its server. */
async function leftOnServer(uid: number): Promise<{ id: string; mailboxId: string }> {
  const mailbox = await desk.db.mailbox.findFirstOrThrow();
  await desk.db.mailbox.update({
    where: { id: mailbox.id },
    data: { uidValidity: "1", lastUid: 40 },
  });
  const at = { mailboxId: mailbox.id, uidValidity: "1", uid };
  const seen = { via: "imap", outcome: "quarantined", problem: "breaks", seenAt: new Date(NOW) };
  const { id } = await desk.db.sighting.create({ data: { ...at, ...seen } });
  return { id, mailboxId: mailbox.id };
}

const settle = (id: string, how: "again" | "put-aside", who = desk.people.operator) =>
  settleQuarantined(desk.db, who, { id, how });
const listed = async (id: string) =>
  (await listQuarantine(desk.db, desk.people.owner)).find((one) => one.id === id);

test("a mail whose bytes are here is tried again once, and counts its tries anew", async () => {
  const id = await unreadable();
  expect(await listed(id)).toMatchObject({ hasBytes: true, canRetry: true });
  expect(await settle(id, "again")).toEqual({ ok: true });
  expect(await pendingSightings(desk.db, 9)).toEqual([id]);
  expect(await desk.db.sighting.findUnique({ where: { id } })).toMatchObject({ attempts: 0 });
  expect(await settle(id, "again")).toMatchObject({ ok: false, code: "not-in-quarantine" });
  await desk.db.sighting.update({ where: { id }, data: { triagedAt: new Date(NOW) } });
});

test("a mail that stayed on its server leaves the ledger, and the next look begins before it", async () => {
  const { id, mailboxId } = await leftOnServer(17);
  expect(await listed(id)).toMatchObject({ hasBytes: false, canRetry: true });
  expect(await settle(id, "again")).toEqual({ ok: true });
  expect(await desk.db.sighting.findUnique({ where: { id } })).toBeNull();
  const mailbox = await desk.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
  expect(mailbox.lastUid).toBe(16);
});

test("what was put aside is no longer listed, still in the ledger, and written down", async () => {
  const { id } = await leftOnServer(18);
  expect(await settle(id, "put-aside")).toEqual({ ok: true });
  expect(await listed(id)).toBeUndefined();
  expect(await desk.db.sighting.findUnique({ where: { id } })).toMatchObject({
    outcome: "excluded",
  });
  const written = await desk.db.auditEntry.findFirst({ orderBy: { seq: "desc" } });
  expect(written).toMatchObject({ kind: "settings", what: "mail in quarantine put aside" });
});

test("the bytes go to an owner only, on record; who may not decide decides nothing", async () => {
  const id = await unreadable(Buffer.from("From: x@example.org\r\n\r\nanother\r\n"));
  const mail = await readQuarantined(desk.db, desk.people.owner, id);
  expect(Buffer.from(mail?.bytes ?? []).toString()).toContain("another");
  const written = await desk.db.auditEntry.findFirst({ orderBy: { seq: "desc" } });
  expect(written).toMatchObject({ kind: "read", what: "mail in quarantine" });
  expect(await readQuarantined(desk.db, desk.people.operator, id)).toBeNull();
  expect(await settle(id, "again", desk.people["read-only"])).toMatchObject({ ok: false });
  expect(await listed(id)).toBeDefined();
});
