import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCase } from "../../cases/open-case.ts";
import { readTemplates } from "../../drafting/files.ts";
import { storeArrivals } from "../../intake/store.ts";
import { aDesk, NOW, random, THREAD_KEY } from "../../testing/a-desk.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

/** Nothing compresses it: an index of PostgreSQL takes 2704 bytes of a value as they are. */
const long = (bytes: number) => randomBytes(bytes / 2).toString("hex");

test.each([
  { name: "a Message-ID", mail: (id: string) => `Message-ID: <${id}@reporter.example>\r\n` },
  {
    name: "References",
    mail: (id: string) => `References: <${id}@a.example> <${id}b@b.example>\r\n`,
  },
  { name: "a sender", mail: (id: string) => `From: "${id}" <${id}@${id}.example>\r\n` },
  { name: "a ticket", mail: (id: string) => `Subject: [Ticket#${id}] AbuseID:${id}\r\n` },
  { name: "a List-Id and a source", mail: (id: string) => `List-Id: <${id}>\r\nX-ARF: ${id}\r\n` },
])("$name as long as a line of a header may be becomes a case all the same", async ({ mail }) => {
  const head = mail(long(8_000));
  const from = head.startsWith("From") ? "" : "From: abuse@reporter.example\r\n";
  const raw = Buffer.from(
    `${from}${head}To: abuse@operator.example\r\nDate: Sun, 01 Mar 2026 12:00:00 +0000\r\n\r\nFailed password for root from 192.0.2.7 port 5000 to 198.51.100.20 port 22, ${head}\r\n`,
  );
  const [stored] = await storeArrivals(
    desk.db,
    [{ raw, via: "manual", at: null, source: null, archive: false }],
    NOW,
  );
  const { templates } = await readTemplates("templates");
  const sighting = await desk.db.sighting.findFirstOrThrow({ where: { triagedAt: null } });
  expect(stored).toBeDefined();
  await openCase(desk.db, sighting.id, { templates, threadKey: THREAD_KEY, random, now: NOW });
  expect(await desk.db.sighting.count({ where: { triagedAt: null } })).toBe(0);
});

test("a UID of 32 bits without a sign is counted like any other", async () => {
  const seen = { via: "imap", outcome: "excluded", seenAt: new Date(NOW) };
  for (const uid of [1, 2_147_483_648, 4_294_967_295])
    await desk.db.sighting.create({ data: { ...seen, uid } });
  const rows = await desk.db.sighting.findMany({
    where: { uid: { gt: 1 } },
    orderBy: { uid: "asc" },
  });
  expect(rows.map(({ uid }) => uid)).toEqual([2_147_483_648, 4_294_967_295]);
});
