import { expect, test } from "vitest";
import { anUptime, aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { relayStrips, type Strip } from "./relay-strips-view.ts";

const [JAN, FEB, MAR, APR] = [1, 2, 3, 4].map((month) => `2026-0${month}-01T00:00:00Z`) as [
  string,
  string,
  string,
  string,
];
/** Four stretches of ten days. */
const DAYS = (day: number) => new Date(Date.parse(JAN) + day * 86_400_000).toISOString();
const STRETCH = { from: Date.parse(JAN), to: Date.parse(DAYS(40)) };

function drawn(strip: Strip | undefined): string[] {
  return (strip?.segments ?? []).map(({ kind, x, width }) => `${kind} ${x}+${width}`);
}

test("each address has its bar; a gap is where no address is known at all, and lies in all of them", () => {
  const { addresses } = relayStrips(
    aRelay({
      tenures: [aTenure("192.0.2.7", DAYS(0), DAYS(10)), aTenure("2001:db8::7", DAYS(20))],
    }),
    STRETCH,
  );
  expect(addresses.map(({ label }) => label)).toEqual(["2001:db8::7", "192.0.2.7"]);
  expect(drawn(addresses[0])).toEqual(["unknown 25+25", "known 50+50"]);
  expect(drawn(addresses[1])).toEqual(["known 0+25", "unknown 25+25"]);
  expect(addresses[1]?.text).toBe(
    "192.0.2.7: held 25 %, not known 25 % of the time shown. Not known: 2026-01-11 00:00 UTC to 2026-01-21 00:00 UTC.",
  );
});

test("after a run that ended it did not run; before the first nobody knows; where somebody was unsure neither is said", () => {
  const { uptime } = relayStrips(
    aRelay({
      uptime: [anUptime(DAYS(10), DAYS(20))],
      unsure: [anUptime(DAYS(15), DAYS(30))],
    }),
    STRETCH,
  );
  expect(drawn(uptime)).toEqual(["unknown 0+25", "known 25+25", "unknown 50+25", "off 75+25"]);
  expect(uptime.text).toContain("running 25 %, not running 25 %, not known 50 %");
});

test("nothing known of its runs is not that it did not run", () => {
  expect(drawn(relayStrips(aRelay({ uptime: [] }), STRETCH).uptime)).toEqual(["unknown 0+100"]);
  const unsure = relayStrips(aRelay({ uptime: [], unsure: [anUptime(FEB, MAR)] }), STRETCH);
  expect(drawn(unsure.uptime).every((part) => part.startsWith("unknown"))).toBe(true);
});

test("policies stand in order, a hole between them is not known", () => {
  const { policy } = relayStrips(
    aRelay({
      policies: [aPolicy(["ExitRelay 0"], DAYS(20), APR), aPolicy(["ExitRelay 1"], JAN, DAYS(10))],
    }),
    STRETCH,
  );
  expect(drawn(policy)).toEqual(["known 0+25", "unknown 25+25", "known 50+50"]);
});

test("a relay that moved every day draws twelve addresses and says how many more there are", () => {
  const tenures = Array.from({ length: 60 }, (_, index) =>
    aTenure(`192.0.2.${index}`, DAYS(index / 2), DAYS(index / 2 + 0.5)),
  );
  const strips = relayStrips(aRelay({ tenures }), STRETCH);
  expect(strips.addresses).toHaveLength(12);
  expect(strips.addressesLeft).toBe(48);
  expect(strips.addresses[0]?.label).toBe("192.0.2.59");
});
