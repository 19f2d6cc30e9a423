import { expect, test } from "vitest";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { aHistory } from "../testing/a-relay.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { learnFromDescriptors, learnFromTorrc } from "./learn.ts";
import { readDescriptors } from "./read-descriptor.ts";
import { readNoticeLog } from "./read-notice-log.ts";
import { typedZone } from "./read-tor-files.ts";
import { readTorrc } from "./read-torrc.ts";
import { tenuresAt } from "./tenures-at.ts";

const WRITTEN = Date.parse("2026-03-01T12:00:00Z");
const BOOT = "[notice] Tor 0.4.9.11 opening new log file.";
const BEAT = (uptime: string, more = "") =>
  `[notice] Heartbeat: Tor's uptime is ${uptime} hours, with 3 circuits open. I've sent 2 kB and received 2 kB.${more}`;

function runs(lines: string[], { zone = "UTC", writtenBefore = WRITTEN } = {}) {
  const log = readNoticeLog(lines.join("\n"), { zone: typedZone(zone) ?? 0, writtenBefore });
  return log.runs.map(({ from, to }) => `${toIso(from)} ${to === null ? "still" : toIso(to)}`);
}

test("the soft limit does not stop a relay, dormancy does, and its heartbeats do not start it again", () => {
  expect(
    runs([
      `Feb 10 00:00:00.000 ${BOOT}`,
      "Feb 10 06:00:00.000 [notice] Bandwidth soft limit reached; commencing hibernation. No new connections will be accepted",
      "Feb 10 07:30:00.000 [notice] Going dormant. Blowing away remaining connections.",
      `Feb 10 12:00:00.000 ${BEAT("12:00", " We are currently hibernating.")}`,
      "Feb 11 00:00:00.000 [notice] Hibernation period ended. Resuming normal activity.",
      `Feb 11 06:00:00.000 ${BEAT("6:00")}`,
    ]),
  ).toEqual(["2026-02-10T00:00:00Z 2026-02-10T07:30:00Z", "2026-02-11T00:00:00Z still"]);
});

test("a log that begins in dormancy says nothing of running before it resumed", () => {
  expect(
    runs([
      `Feb 10 12:00:00.000 ${BEAT("1 day 12:00", " We are currently hibernating.")}`,
      "Feb 11 00:00:00.000 [notice] Hibernation period ended. Resuming normal activity.",
      `Feb 11 06:00:00.000 ${BEAT("6:00")}`,
    ]),
  ).toEqual(["2026-02-11T00:00:00Z still"]);
});

test.each([
  { jump: "forward", after: "13:00:00", from: "10:00:00", last: "18:00:00" },
  // By the clock that was set right it had run since then.
  { jump: "backward", after: "09:30:00", from: "09:30:00", last: "14:00:00" },
])(
  "a clock that jumps $jump neither ends a run nor turns the year",
  ({ jump, after, from, last }) => {
    expect(
      runs([
        `Feb 10 10:00:00.000 ${BOOT}`,
        `Feb 10 12:00:00.000 [notice] Performing bandwidth self-test...done.`,
        `Feb 10 ${after}.000 [warn] Your system clock just jumped 9000 seconds ${jump}; assuming established circuits no longer work.`,
        `Feb 10 ${last}.000 [notice] Clean shutdown finished. Exiting.`,
      ]),
    ).toEqual([`2026-02-10T${from}Z 2026-02-10T${last}Z`]);
  },
);

test("over New Year the lines before are of the year before, also twice", () => {
  expect(
    runs([
      `Dec 30 10:00:00.000 ${BOOT}`,
      "Dec 31 23:59:59.000 [notice] Clean shutdown finished. Exiting.",
      `Jan 01 00:00:01.000 ${BOOT}`,
      "Dec 30 09:00:00.000 [notice] Clean shutdown finished. Exiting.",
      `Jan 02 00:00:00.000 ${BOOT}`,
    ]),
  ).toEqual([
    "2024-12-30T10:00:00Z 2024-12-31T23:59:59Z",
    "2025-01-01T00:00:01Z 2025-12-30T09:00:00Z",
    "2026-01-02T00:00:00Z still",
  ]);
});

test("a clock in Berlin is an hour ahead in winter and two in summer", () => {
  const lines = [
    `Feb 10 12:00:00.000 ${BOOT}`,
    "Jul 10 12:00:00.000 [notice] Clean shutdown finished. Exiting.",
  ];
  const given = { zone: "Europe/Berlin", writtenBefore: Date.parse("2026-08-01T00:00:00Z") };
  expect(runs(lines, given)).toEqual(["2026-02-10T11:00:00Z 2026-07-10T10:00:00Z"]);
});

const [ONE, OTHER] = [relayKeys(), relayKeys()];

function announced(keys: typeof ONE, nickname: string, address: string, published: string) {
  return aDescriptor({ nickname, address, published: `${published} 00:00:00` }, keys);
}

test("an address that moved from one relay to another is each one's in its time, in whatever order it is learnt", () => {
  const texts = [
    announced(ONE, "first", "192.0.2.7", "2026-01-01"),
    announced(ONE, "first", "192.0.2.8", "2026-02-01"),
    announced(OTHER, "second", "192.0.2.8", "2026-01-01"),
    announced(OTHER, "second", "192.0.2.7", "2026-02-02"),
  ];
  const all = texts.flatMap((text) => readDescriptors(Buffer.from(text)).descriptors);
  const holders = (ip: string, day: string, history: ReturnType<typeof aHistory>) => {
    const at: Instant = Date.parse(`2026-${day}T12:00:00Z`);
    const { holdings } = tenuresAt(history, ip, { earliest: at, latest: at });
    return holdings.map(({ relay }) => relay.fingerprint);
  };
  for (const order of [all, all.toReversed()]) {
    const history = learnFromDescriptors(aHistory(), order, { learnedAt: WRITTEN });
    expect(holders("192.0.2.7", "01-15", history)).toEqual([fingerprintOf(ONE)]);
    // Nobody announced it in the night between.
    expect(holders("192.0.2.7", "02-01", history)).toEqual([]);
    expect(holders("192.0.2.7", "02-15", history)).toEqual([fingerprintOf(OTHER)]);
    expect(holders("192.0.2.8", "02-15", history)).toEqual([fingerprintOf(ONE)]);
  }
});

test("the address exit traffic leaves from is held beside the one announced, until the torrc drops it", () => {
  const torrc = (exit: string) => {
    const facts = readTorrc(`Nickname first\nORPort 192.0.2.7:9001\nExitRelay 1\n${exit}`);
    return { facts, ips: facts.addresses.map(({ ip }) => ip) };
  };
  const fingerprint = fingerprintOf(ONE);
  const known = [
    {
      from: "2026-01-01",
      ...torrc("OutboundBindAddress 192.0.2.70\nOutboundBindAddressExit 192.0.2.77\n"),
    },
    { from: "2026-02-01", ...torrc("") },
  ].reduce(
    (history, { facts, ips, from }) =>
      learnFromTorrc(history, facts, {
        from: Date.parse(from),
        learnedAt: WRITTEN,
        ips,
        fingerprint,
      }).history,
    aHistory(),
  );
  const text = announced(ONE, "first", "192.0.2.7", "2026-01-15");
  const { descriptors } = readDescriptors(Buffer.from(text));
  const history = learnFromDescriptors(known, descriptors, { learnedAt: WRITTEN });
  const held = history.relays[0]?.tenures.map(({ ip, from, to }) => [
    ip,
    toIso(from),
    to && toIso(to),
  ]);
  expect(held).toEqual(
    expect.arrayContaining([["192.0.2.77", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"]]),
  );
  const at = Date.parse("2026-01-20T00:00:00Z");
  expect(tenuresAt(history, "192.0.2.7", { earliest: at, latest: at }).holdings).toHaveLength(1);
});
