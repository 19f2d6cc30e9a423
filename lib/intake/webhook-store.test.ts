import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";
import { noteTaken, wasTaken } from "./seen-signature-store.ts";
import { isRawMail, receiveWebhook } from "./webhook-store.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
let scratch: Awaited<ReturnType<typeof scratchDb>>;
beforeAll(async () => {
  scratch = await scratchDb();
});
afterAll(async () => await scratch.close());

const mail = (text: string, id: string | null) => ({
  raw: Buffer.from(text),
  sender: "gateway",
  once: id === null ? null : { id, expiresAt: NOW + 360_000 },
  now: NOW,
});

test("ten of the same signed request at once are one mail, one sighting and one signature", async () => {
  const { db } = scratch;
  const all = Array.from({ length: 10 }, () => receiveWebhook(db, mail("Subject: a", "a")));
  const receipts = await Promise.all(all);
  expect(receipts.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect(new Set(receipts.map(({ sha256 }) => sha256)).size).toBe(1);
  expect([await db.rawMail.count(), await db.sighting.count()]).toEqual([1, 1]);
  expect(await db.seenSignature.count()).toBe(1);
});

test("the same mail signed anew, or sent with a token, is the same mail", async () => {
  const { db } = scratch;
  for (const id of ["b", null])
    expect(await receiveWebhook(db, mail("Subject: a", id))).toMatchObject({ duplicate: true });
  expect(await db.sighting.count()).toBe(1);
});

test("a signature is known until it is too old to come again", async () => {
  const { db } = scratch;
  const once = { id: "c", expiresAt: NOW + 1000 };
  await noteTaken(db, once, NOW);
  await noteTaken(db, { id: "d", expiresAt: NOW + 9000 }, NOW + 1000);
  expect(await wasTaken(db, once)).toBe(true);
  await noteTaken(db, { id: "d", expiresAt: NOW + 9000 }, NOW + 1001);
  expect([await wasTaken(db, once), await wasTaken(db, { ...once, id: "d" })]).toEqual([
    false,
    true,
  ]);
});

test.each([
  ["message/rfc822", true],
  ["Message/RFC822; charset=utf-8", true],
  ["message/rfc822-headers", false],
  ["text/plain, message/rfc822", false],
  ["", false],
])("%s is raw mail: %s", (type, expected) => {
  expect(isRawMail(type)).toBe(expected);
});
