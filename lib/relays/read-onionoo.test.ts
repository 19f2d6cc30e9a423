import { expect, test } from "vitest";
import { aRelay, aTenure } from "../testing/a-relay.ts";
import { toIso } from "../time/instant.ts";
import { learnFromOnionoo } from "./learn-from-onionoo.ts";
import { readOnionoo } from "./read-onionoo.ts";

const LEARNED = Date.parse("2026-03-01T00:00:00Z");
const GIVEN = {
  nickname: "relay7",
  fingerprint: "7".repeat(40),
  or_addresses: ["192.0.2.7:443", "[2001:db8::7]:443"],
  exit_addresses: ["192.0.2.7", "192.0.2.77"],
  last_seen: "2026-02-20 03:00:00",
  last_changed_address_or_port: "2026-01-10 11:00:00",
  exit_policy: ["reject 10.0.0.0/8:*", "accept *:443", "reject *:*"],
  exit_policy_v6_summary: { accept: ["443", "8000-8010"] },
  overload_general_timestamp: 1788314400000,
  a_field_of_next_year: {},
};

function document(...relays: unknown[]) {
  return JSON.stringify({
    version: "8.0",
    relays_published: "2026-02-20 04:00:00",
    relays,
    bridges: [],
  });
}

test("a relay of a details document", () => {
  const { relays, problems } = readOnionoo(document(GIVEN));
  expect(problems).toEqual([]);
  expect(relays).toEqual([
    {
      nickname: "relay7",
      fingerprint: "7".repeat(40),
      seenAt: Date.parse("2026-02-20T03:00:00Z"),
      addresses: [
        { ip: "192.0.2.7", since: Date.parse("2026-01-10T11:00:00Z") },
        { ip: "192.0.2.77", since: Date.parse("2026-02-20T03:00:00Z") },
        { ip: "2001:db8::7", since: Date.parse("2026-01-10T11:00:00Z") },
      ],
      policyLines: [...GIVEN.exit_policy, "ipv6-policy accept 443,8000-8010"],
      family: [],
    },
  ]);
});

test("fields vanish and the rest is still read", () => {
  const { relays } = readOnionoo(
    document({ fingerprint: "7".repeat(40), or_addresses: ["192.0.2.7:443"] }),
  );
  expect(relays[0]).toMatchObject({
    nickname: "Unnamed",
    seenAt: Date.parse("2026-02-20T04:00:00Z"),
    policyLines: [],
  });
});

test.each([
  ["no JSON", "<html>", ["onionoo"]],
  ["another document", '{"version":"8.0"}', ["onionoo"]],
  [
    "a relay without fingerprint",
    document({ or_addresses: ["192.0.2.7:443"] }, GIVEN),
    ["onionoo-relay"],
  ],
  [
    "a relay without address",
    document({ ...GIVEN, or_addresses: [], exit_addresses: [] }),
    ["onionoo-relay"],
  ],
])("%s is a problem and no exception", (_name, text, codes) => {
  expect(readOnionoo(text).problems.map(({ code }) => code)).toEqual(codes);
});

test("the exit address the descriptor does not name becomes ours", () => {
  const [seen] = readOnionoo(document(GIVEN)).relays;
  const relay = seen && learnFromOnionoo(null, seen, { learnedAt: LEARNED });
  expect(relay?.tenures.map(({ ip, from, to }) => [ip, toIso(from), to])).toEqual([
    ["192.0.2.7", "2026-01-10T11:00:00Z", null],
    ["2001:db8::7", "2026-01-10T11:00:00Z", null],
    ["192.0.2.77", "2026-02-20T03:00:00Z", null],
  ]);
  expect(relay?.policies).toMatchObject([{ form: "descriptor", source: "Onionoo", to: null }]);
});

test("an address thought to be given up and seen again was held all along", () => {
  const [seen] = readOnionoo(document(GIVEN)).relays;
  const before = aRelay({
    tenures: [aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")],
  });
  const relay = seen && learnFromOnionoo(before, seen, { learnedAt: LEARNED });
  const held = relay?.tenures.filter(({ ip }) => ip === "192.0.2.7") ?? [];
  expect(held.map(({ from, to }) => [toIso(from), to && toIso(to)])).toEqual([
    ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"],
    ["2026-02-01T00:00:00Z", null],
  ]);
});

test("what is known already is kept, and a changed policy ends the one before", () => {
  const [seen] = readOnionoo(document(GIVEN)).relays;
  const relay = seen && learnFromOnionoo(aRelay(), seen, { learnedAt: LEARNED });
  expect(relay?.tenures.filter(({ ip }) => ip === "192.0.2.7")).toEqual(
    aRelay().tenures.map((tenure) => ({ ...tenure, confirmedAt: seen?.seenAt })),
  );
  expect(relay?.policies.map(({ source, to }) => [source, to && toIso(to)])).toEqual([
    ["torrc", "2026-02-20T03:00:00Z"],
    ["Onionoo", null],
  ]);
});
