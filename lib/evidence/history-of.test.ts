import { afterAll, beforeAll, expect, test } from "vitest";
import { historyOf, loadHistory, saveRelays } from "../relays/store.ts";
import { aComplaint, aFact, anEvent } from "../testing/a-complaint.ts";
import { anUptime, aPolicy, aRelay, aTenure, ORIGIN } from "../testing/a-relay.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { accusedBy } from "./accusations.ts";
import { gatherEvidence } from "./gather-evidence.ts";

const FEBRUARY = "2026-02-01T00:00:00Z";
let desk: Awaited<ReturnType<typeof scratchDb>>;

beforeAll(async () => {
  desk = await scratchDb();
  const relays = Array.from({ length: 6 }, (_, index) =>
    aRelay({
      nickname: `relay${index}`,
      fingerprint: `${index}`.repeat(40),
      tenures: [
        aTenure(`192.0.2.${index}`, ORIGIN, FEBRUARY),
        aTenure(`192.0.2.${index >> 1}`, FEBRUARY),
        aTenure(`2001:db8::${index}`),
      ],
      policies: [aPolicy([`ExitRelay ${index & 1}`])],
      uptime: [anUptime(ORIGIN, FEBRUARY)],
    }),
  );
  await saveRelays(desk.db, relays);
});
afterAll(async () => await desk.close());

test.each([
  { what: "an address of one relay", accused: ["192.0.2.5"], relays: 1 },
  { what: "an address two relays shared", accused: ["192.0.2.1"], relays: 3 },
  { what: "an IPv4-mapped address", accused: ["::ffff:192.0.2.4"], relays: 1 },
  { what: "a network", accused: ["192.0.2.4/31"], relays: 2 },
  { what: "an IPv6 network", accused: ["2001:db8::/126"], relays: 4 },
  { what: "an address of nobody", accused: ["198.51.100.1"], relays: 1 },
  { what: "nothing", accused: [], relays: 1 },
])("$what is judged the same with only the relays it is about", async ({ accused, relays }) => {
  const complaint = aComplaint({ accused: accused.map((ip) => aFact(ip)), events: [] });
  const some = await historyOf(desk.db, accusedBy(complaint));
  expect(some.relays).toHaveLength(relays);
  const all = await loadHistory(desk.db);
  const at = Date.parse("2026-03-01T12:00:00Z");
  for (const events of [[], [anEvent({ sourceIp: accused[0] ?? null, destinationPort: 22 })]]) {
    const accusing = { ...complaint, events };
    expect(gatherEvidence(accusing, some, at)).toEqual(gatherEvidence(accusing, all, at));
  }
});
