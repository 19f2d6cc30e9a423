import { expect, test } from "vitest";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { toIso } from "../time/instant.ts";
import type { Relay, RelayHistory } from "./history.ts";
import { learnFromDescriptor, learnFromDescriptors, learnFromTorrc } from "./learn.ts";
import { readDescriptors } from "./read-descriptor.ts";
import { readTorrc } from "./read-torrc.ts";

const KEYS = relayKeys();
const FP = fingerprintOf(KEYS);
const EMPTY: RelayHistory = { relays: [] };
const WEB = ["accept *:80", "reject *:*"];
const NOW = Date.parse("2026-06-01T00:00:00Z");

type Words = Parameters<typeof aDescriptor>[0];

function seen(history: RelayHistory, words: Words) {
  const [facts] = readDescriptors(Buffer.from(aDescriptor(words, KEYS))).descriptors;
  if (facts === undefined) throw new Error("no descriptor");
  return learnFromDescriptor(history, facts, { learnedAt: NOW }).history;
}

function told(
  history: RelayHistory,
  text: string,
  day: string,
  ips = ["192.0.2.7"],
  fingerprint: string | null = null,
) {
  const context = { from: Date.parse(day), learnedAt: NOW, ips, fingerprint };
  return learnFromTorrc(history, readTorrc(text), context).history;
}

function only(history: RelayHistory): Relay {
  expect(history.relays).toHaveLength(1);
  const [relay] = history.relays;
  if (relay === undefined) throw new Error("no relay");
  return relay;
}

/** `2026-02-01..2026-03-01 what`, days only. */
function lived(intervals: { from: number; to: number | null }[], what: (index: number) => string) {
  const day = (at: number | null) => (at === null ? "" : toIso(at).slice(0, 10));
  return intervals.map(({ from, to }, index) => `${day(from)}..${day(to)} ${what(index)}`);
}
const policies = ({ policies: all }: Relay) => lived(all, (i) => all[i]?.lines.join(",") ?? "");
const tenures = ({ tenures: all }: Relay) => lived(all, (i) => all[i]?.ip ?? "");

test("a torrc makes a relay with a placeholder until its fingerprint is known", () => {
  const history = told(EMPTY, "Nickname relay7\nExitPolicy reject *:*\n", "2026-02-01");
  expect(only(history)).toMatchObject({
    nickname: "relay7",
    fingerprint: "unknown:relay7@192.0.2.7",
    policies: [{ lines: ["ExitPolicy reject *:*"], form: "torrc", source: "torrc", to: null }],
    tenures: [{ ip: "192.0.2.7", source: "torrc", to: null }],
  });
  expect(only(seen(history, { published: "2026-02-02 00:00:00" })).fingerprint).toBe(FP);
});

test("a changed policy ends the one before; an unchanged one goes on with its first source", () => {
  let history = told(EMPTY, "Nickname relay7\nExitRelay 1\n", "2026-02-01");
  history = told(history, "Nickname relay7\nExitRelay 1\n", "2026-02-10");
  history = told(history, "Nickname relay7\nExitPolicy reject *:*\n", "2026-02-20");
  expect(policies(only(history))).toEqual([
    "2026-02-01..2026-02-20 ExitRelay 1",
    "2026-02-20.. ExitPolicy reject *:*",
  ]);
});

test("a file of descriptors may hold them in any order", () => {
  const file = [
    aDescriptor({ published: "2026-02-03 00:00:00", policy: ["reject *:*"] }, KEYS),
    aDescriptor({ published: "2026-02-01 00:00:00", policy: WEB }, KEYS),
    aDescriptor({ published: "2026-02-04 00:00:00", policy: WEB }, KEYS),
    aDescriptor({ published: "2026-02-02 00:00:00", policy: WEB }, KEYS),
  ].join("");
  const { descriptors } = readDescriptors(Buffer.from(file));
  expect(policies(only(learnFromDescriptors(EMPTY, descriptors, { learnedAt: NOW })))).toEqual([
    "2026-02-01..2026-02-03 accept *:80,reject *:*",
    "2026-02-03..2026-02-04 reject *:*",
    "2026-02-04.. accept *:80,reject *:*",
  ]);
});

test("an older descriptor found later fills the time before", () => {
  const young = seen(EMPTY, { published: "2026-02-05 00:00:00", policy: ["reject *:*"] });
  const history = seen(young, { published: "2026-02-01 00:00:00", policy: WEB });
  expect(policies(only(history))).toEqual([
    "2026-02-01..2026-02-05 accept *:80,reject *:*",
    "2026-02-05.. reject *:*",
  ]);
});

test("an address that changed in the descriptors ends, whichever is learnt first", () => {
  const old = {
    published: "2026-02-01 00:00:00",
    address: "192.0.2.7",
    orAddress: "[2001:db8::7]:9001",
  };
  const young = { published: "2026-02-05 00:00:00", address: "192.0.2.8" };
  const expected = [
    "2026-02-01..2026-02-05 192.0.2.7",
    "2026-02-01..2026-02-05 2001:db8::7",
    "2026-02-05.. 192.0.2.8",
  ];
  expect(tenures(only(seen(seen(EMPTY, old), young)))).toEqual(expected);
  const backwards = tenures(only(seen(seen(EMPTY, young), old)));
  expect(backwards).toContain("2026-02-01..2026-02-05 192.0.2.7");
  expect(backwards).toContain("2026-02-05.. 192.0.2.8");
});

test("a descriptor does not end the exit address a torrc names", () => {
  const torrc =
    "Nickname relay7\nAddress 192.0.2.7\nOutboundBindAddressExit 192.0.2.77\nExitRelay 1\n";
  const history = told(EMPTY, torrc, "2026-02-01", ["192.0.2.7", "192.0.2.77"], FP);
  expect(tenures(only(seen(history, { published: "2026-02-02 00:00:00" })))).toEqual([
    "2026-02-01.. 192.0.2.7",
    "2026-02-01.. 192.0.2.77",
  ]);
});

test("a torrc ends the addresses of the one before it that it no longer has", () => {
  let history = told(
    EMPTY,
    "Nickname relay7\nExitRelay 1\n",
    "2026-02-01",
    ["192.0.2.7", "192.0.2.77"],
    FP,
  );
  history = told(history, "Nickname relay7\nExitRelay 1\n", "2026-02-10", ["192.0.2.7"], FP);
  expect(tenures(only(history))).toEqual([
    "2026-02-01.. 192.0.2.7",
    "2026-02-01..2026-02-10 192.0.2.77",
  ]);
});

test("a descriptor that says what the torrc says does not make a new policy", () => {
  const history = told(
    EMPTY,
    "Nickname relay7\nExitPolicy accept *:80,reject *:*\n",
    "2026-02-01",
    ["192.0.2.7"],
    FP,
  );
  const expanded = [
    ...[
      "0.0.0.0/8",
      "169.254.0.0/16",
      "127.0.0.0/8",
      "192.168.0.0/16",
      "10.0.0.0/8",
      "172.16.0.0/12",
      "192.0.2.7",
    ].map((net) => `reject ${net}:*`),
    "accept *:80",
    "reject *:*",
  ];
  const same = only(seen(history, { published: "2026-02-02 00:00:00", policy: expanded }));
  expect(same.policies).toHaveLength(1);
  const other = only(seen(history, { published: "2026-02-02 00:00:00", policy: ["reject *:*"] }));
  expect(other.policies.map(({ source }) => source)).toEqual(["torrc", "descriptor (signed)"]);
});

test("a torrc that includes a file we do not have leaves the policy unknown", () => {
  const before = told(EMPTY, "Nickname relay7\nExitRelay 1\n", "2026-02-01");
  const text = "Nickname relay7\nExitPolicy reject *:*\n%include /etc/tor/more.conf\n";
  expect(policies(only(told(before, text, "2026-02-10")))).toEqual([
    "2026-02-01..2026-02-10 ExitRelay 1",
  ]);
});

test("a forged descriptor teaches nothing", () => {
  const text = aDescriptor({ policy: ["reject *:*"] }, KEYS).replace("reject *:*", "accept *:*");
  const [facts] = readDescriptors(Buffer.from(text)).descriptors;
  expect(facts && learnFromDescriptor(EMPTY, facts, { learnedAt: NOW })).toEqual({
    history: EMPTY,
    relay: null,
  });
});

test("learning leaves the history it was given untouched", () => {
  const before = told(EMPTY, "Nickname relay7\nExitRelay 1\n", "2026-02-01", ["192.0.2.7"], FP);
  const copy = structuredClone(before);
  seen(before, { published: "2026-03-01 00:00:00", address: "192.0.2.9", policy: ["reject *:*"] });
  expect(before).toEqual(copy);
});

test("a relay of the same name with another fingerprint is another relay", () => {
  const history = seen(EMPTY, {});
  const twin = aDescriptor({}, relayKeys());
  const [facts] = readDescriptors(Buffer.from(twin)).descriptors;
  expect(
    facts && learnFromDescriptor(history, facts, { learnedAt: NOW }).history.relays,
  ).toHaveLength(2);
});

test("what was seen again later is not undone by an older descriptor learnt after it", () => {
  const days: Words[] = [
    { published: "2026-02-01 00:00:00", policy: WEB },
    { published: "2026-02-03 00:00:00", policy: ["reject *:*"], address: "192.0.2.8" },
    { published: "2026-02-05 00:00:00", policy: WEB },
  ];
  for (const order of permutations(days)) {
    const relay = only(order.reduce(seen, EMPTY));
    expect(policies(relay)).toEqual([
      "2026-02-01..2026-02-03 accept *:80,reject *:*",
      "2026-02-03..2026-02-05 reject *:*",
      "2026-02-05.. accept *:80,reject *:*",
    ]);
    expect(tenures(relay)).toEqual([
      "2026-02-01..2026-02-03 192.0.2.7",
      "2026-02-03..2026-02-05 192.0.2.8",
      "2026-02-05.. 192.0.2.7",
    ]);
  }
});

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}
