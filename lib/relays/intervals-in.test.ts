import { expect, test } from "vitest";
import { aHistory, anUptime, aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { intervalsIn } from "./intervals-in.ts";
import { policyAt } from "./policy-at.ts";
import { ourAddressesIn, tenuresAt } from "./tenures-at.ts";
import { uptimeAt } from "./uptime-at.ts";

const RUNS = [
  { from: 10, to: 20 },
  { from: 20, to: 30 },
  { from: 40, to: null },
];

test.each([
  ["inside one", 12, 15, "covered", 1],
  ["over two that touch", 12, 25, "covered", 2],
  ["the last moment of one", 29, 29, "covered", 1],
  ["the moment one ends is no longer in it", 30, 30, "ended", 0],
  ["into a gap", 25, 35, "partly", 1],
  ["over a gap", 25, 45, "partly", 2],
  ["in a gap", 31, 39, "ended", 0],
  ["before the first", 1, 9, "before", 0],
  ["from before the first into it", 9, 10, "partly", 1],
  ["far in the future of an open end", 1000, 2000, "covered", 1],
])("%s", (_name, earliest, latest, standing, count) => {
  const { found, ...rest } = intervalsIn(RUNS, { earliest, latest });
  expect(rest).toEqual({ standing });
  expect(found).toHaveLength(count);
});

test("nothing known is not the same as nothing there", () => {
  expect(intervalsIn([], { earliest: 1, latest: 2 }).standing).toBe("none");
});

const DAY = (text: string) => ({ earliest: Date.parse(text), latest: Date.parse(text) });

test("several relays may hold one address, and together they cover the time", () => {
  const first = aRelay({ tenures: [aTenure("192.0.2.7", "2026-01-01", "2026-02-01")] });
  const second = aRelay({ nickname: "relay8", tenures: [aTenure("192.0.2.7", "2026-02-01")] });
  const history = aHistory(first, second);
  const window = { earliest: Date.parse("2026-01-15"), latest: Date.parse("2026-02-15") };
  const { holdings, standing } = tenuresAt(history, "192.0.2.7", window);
  expect(standing).toBe("covered");
  expect(holdings.map(({ relay }) => relay)).toEqual([first, second]);
  expect(tenuresAt(history, "192.0.2.8", window)).toEqual({ holdings: [], standing: "none" });
});

test("the addresses of ours inside a network", () => {
  const history = aHistory(
    aRelay({ tenures: [aTenure("192.0.2.7"), aTenure("192.0.2.17"), aTenure("2001:db8::7")] }),
  );
  expect(ourAddressesIn(history, "192.0.2.0/28")).toEqual(["192.0.2.7"]);
  expect(ourAddressesIn(history, "192.0.2.17")).toEqual(["192.0.2.17"]);
  expect(ourAddressesIn(history, "2001:db8::/32")).toEqual(["2001:db8::7"]);
  expect(ourAddressesIn(history, "203.0.113.0/24")).toEqual([]);
});

test("the policy in force then, and that none is known", () => {
  const old = aPolicy(["ExitRelay 1"], "2026-01-01", "2026-02-01");
  const relay = aRelay({ policies: [old, aPolicy(["ExitRelay 0"], "2026-03-01")] });
  expect(policyAt(relay, DAY("2026-01-15")).policies).toEqual([old]);
  expect(policyAt(relay, DAY("2026-02-15"))).toEqual({ policies: [], standing: "ended" });
  expect(policyAt(relay, DAY("2025-12-15")).standing).toBe("before");
});

test.each([
  ["2026-01-15", "up"],
  ["2026-02-15", "down"],
  ["2025-12-15", "unknown"],
])("on %s the relay was %s", (day, answer) => {
  const relay = aRelay({ uptime: [anUptime("2026-01-01", "2026-02-01"), anUptime("2026-03-01")] });
  expect(uptimeAt(relay, DAY(day)).answer).toBe(answer);
  expect(uptimeAt(aRelay({ uptime: [] }), DAY(day)).answer).toBe("unknown");
});
