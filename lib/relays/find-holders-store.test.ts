import { afterAll, beforeAll, expect, test } from "vitest";
import { aRelay, aTenure } from "../testing/a-relay.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { findHolders } from "./find-holders-store.ts";
import { saveRelay } from "./store.ts";

let desk: Awaited<ReturnType<typeof scratchDb>>;

beforeAll(async () => {
  desk = await scratchDb();
  const [one, other] = ["A".repeat(40), "B".repeat(40)];
  await saveRelay(
    desk.db,
    aRelay({
      nickname: "first",
      fingerprint: one,
      tenures: [
        aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
        aTenure("2001:db8::7", "2026-01-01T00:00:00Z"),
      ],
    }),
  );
  await saveRelay(
    desk.db,
    aRelay({
      nickname: "second",
      fingerprint: other,
      tenures: [
        aTenure("192.0.2.7", "2026-02-01T00:00:00Z"),
        aTenure("192.0.2.8", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
      ],
    }),
  );
});
afterAll(async () => await desk.close());

test.each([
  { when: "before anybody", ip: "192.0.2.7", from: "2025-12-01", to: "2026-01-01", who: [] },
  {
    when: "at its first moment",
    ip: "192.0.2.7",
    from: "2026-01-01",
    to: null,
    who: ["first", "second"],
  },
  { when: "up to the move", ip: "192.0.2.7", from: "2026-01-20", to: "2026-02-01", who: ["first"] },
  {
    when: "from the move on",
    ip: "192.0.2.7",
    from: "2026-02-01",
    to: "2026-02-02",
    who: ["second"],
  },
  {
    when: "over the move",
    ip: "192.0.2.7",
    from: "2026-01-31",
    to: "2026-02-02",
    who: ["first", "second"],
  },
  { when: "after it was given up", ip: "192.0.2.8", from: "2026-03-01", to: null, who: [] },
  {
    when: "an IPv6 address still held",
    ip: "2001:db8::7",
    from: "2027-01-01",
    to: null,
    who: ["first"],
  },
  { when: "an address of nobody", ip: "192.0.2.9", from: "2026-01-15", to: null, who: [] },
])("$when", async ({ ip, from, to, who }) => {
  const interval = { from: Date.parse(from), to: to === null ? null : Date.parse(to) };
  const holders = await findHolders(desk.db, ip, interval);
  expect(holders.map(({ nickname }) => nickname)).toEqual(who);
});

test("each class of length is looked up by address and time, not read through", async () => {
  const explain = desk.db.$dialect === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
  const plan = await desk.db.$queryRawUnsafe<{ detail: string }[]>(
    `${explain} SELECT "relayId" FROM "Tenure"
      WHERE "ip" = '192.0.2.7' AND "span" = 3 AND "from" > '2025-01-01' AND "from" < '2026-01-01' AND ("to" IS NULL OR "to" > '2025-01-01')`,
  );
  if (desk.db.$dialect === "postgresql") {
    expect(JSON.stringify(plan)).toContain("Tenure_ip_span_from_to_idx");
    return;
  }
  expect(plan.map(({ detail }) => detail).join()).toMatch(
    /^SEARCH Tenure USING INDEX \S+ \(ip=\? AND span=\? AND from>\? AND from<\?\)$/,
  );
});
