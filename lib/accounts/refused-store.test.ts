import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";
import { verifyAudit } from "./audit-store.ts";
import { createOwner } from "./create-user.ts";
import { keepNotingFailures } from "./failed-sign-in-store.ts";
import { countRefusal, noteRefusals } from "./refused-store.ts";

const NOW = Date.parse("2026-03-01T12:02:00Z");
const MINUTE = 60_000;
let desk: Awaited<ReturnType<typeof scratchDb>>;
beforeAll(async () => {
  desk = await scratchDb();
  await createOwner(desk.db, { login: "ida", password: "a long enough password", now: NOW });
});
afterAll(async () => await desk.close());

const refused = (who: string, what: string, now = NOW) => countRefusal(desk.db, { who, what }, now);
const told = async () =>
  (await desk.db.auditEntry.findMany({ where: { kind: "refused" }, orderBy: { seq: "asc" } })).map(
    ({ by, what }) => [by, what],
  );

test("a flood of refusals is one entry for each who asked, when its quarter of an hour is over", async () => {
  await Promise.all(Array.from({ length: 40 }, () => refused("oskar", "add relays")));
  await refused("oskar", "open a page");
  await refused("token:monitor", 'a token for something else, to "hand in" mail');
  expect(await noteRefusals(desk.db, NOW + 12 * MINUTE)).toBe(0);
  expect(await told()).toEqual([]);
  const round = keepNotingFailures(() => NOW + 15 * MINUTE);
  await round(desk.db);
  await round(desk.db);
  expect(await told()).toEqual([
    ["oskar", "refused: 40 × add relays, 1 × open a page; 2026-03-01T12:00:00Z, 15 min"],
    [
      "token:monitor",
      'refused: 1 × a token for something else, to "hand in" mail; 2026-03-01T12:00:00Z, 15 min',
    ],
  ]);
  expect(await desk.db.counter.count()).toBe(0);
  expect((await verifyAudit(desk.db)).broken).toBeNull();
});

test("whoever tries everything has six things named, and each quarter of an hour is its own", async () => {
  const later = NOW + 60 * MINUTE;
  for (let n = 0; n < 9; n += 1) await refused("rita", `do thing ${n}`, later);
  await refused("rita", "do thing 0", later + 15 * MINUTE);
  expect(await noteRefusals(desk.db, later + 60 * MINUTE)).toBe(2);
  const [first = "", second] = (await told()).slice(-2).map(([, what]) => what);
  expect(first).toMatch(/^refused: (?:1 × do thing \d, ){6}3 more; 2026-03-01T13:00:00Z, 15 min$/);
  expect(second).toBe("refused: 1 × do thing 0; 2026-03-01T13:15:00Z, 15 min");
});
