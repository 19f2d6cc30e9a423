import { expect, test } from "vitest";
import { anUptime, aRelay } from "../testing/a-relay.ts";
import { toIso } from "../time/instant.ts";
import { learnUptime } from "./learn-uptime.ts";
import { readNoticeLog } from "./read-notice-log.ts";

const WRITTEN = Date.parse("2026-03-02T00:00:00Z");
const START = "[notice] Tor 0.4.9.11 running on Linux with Libevent 2.1.12-stable.";
const STOP = "[notice] Clean shutdown finished. Exiting.";

function runs(rows: string[], zone: number | string = 0, writtenBefore = WRITTEN) {
  const facts = readNoticeLog(rows.join("\n"), { zone, writtenBefore });
  return facts.runs.map(({ from, to }) => `${toIso(from)} ${to === null ? "" : toIso(to)}`.trim());
}

test("start, reload and clean shutdown, and who it is", () => {
  const rows = [
    "Feb 01 10:00:00.000 [notice] Tor 0.4.9.11 opening new log file.",
    `Feb 01 10:00:00.512 ${START}`,
    `Feb 01 10:00:01.000 [notice] Your Tor server's identity key fingerprint is 'relay7 ${"7".repeat(40)}'`,
    "Feb 02 08:00:00.000 [notice] Received reload signal (hup). Reloading config and resetting internal state.",
    "Feb 02 08:00:00.000 [notice] Tor 0.4.9.11 opening log file.",
    `Feb 03 12:00:30.000 ${STOP}`,
    `Feb 04 09:00:00.000 ${START}`,
  ];
  expect(runs(rows)).toEqual(["2026-02-01T10:00:00Z 2026-02-03T12:00:30Z", "2026-02-04T09:00:00Z"]);
  const facts = readNoticeLog(rows.join("\n"), { zone: 0, writtenBefore: WRITTEN });
  expect(facts).toMatchObject({ nickname: "relay7", fingerprint: "7".repeat(40), problems: [] });
});

test("hibernation is down time, the soft limit alone is not", () => {
  expect(
    runs([
      `Feb 01 10:00:00.000 ${START}`,
      "Feb 10 10:00:00.000 [notice] Bandwidth soft limit reached; commencing hibernation. No new connections will be accepted",
      "Feb 10 11:00:00.000 [notice] Going dormant. Blowing away remaining connections.",
      "Feb 10 12:00:00.000 [notice] Heartbeat: Tor's uptime is 9 days 2:00 hours, with 0 circuits open. We are currently hibernating.",
      "Mar 01 00:00:00.000 [notice] Hibernation period ended. Resuming normal activity.",
    ]),
  ).toEqual(["2026-02-01T10:00:00Z 2026-02-10T11:00:00Z", "2026-03-01T00:00:00Z"]);
});

test("a rotated log begins in the middle; the heartbeat says since when", () => {
  expect(
    runs([
      "Feb 10 00:00:05.000 [warn] Something else.",
      "Feb 10 04:00:00.000 [notice] Heartbeat: Tor's uptime is 1 day 2:09 hours, with 0 circuits open. I've sent 0 kB.",
    ]),
  ).toEqual(["2026-02-09T01:51:00Z"]);
});

test("a crash leaves no end: the relay is not called down for a time nobody knows", () => {
  const rows = [
    `Feb 01 10:00:00.000 ${START}`,
    "Feb 05 10:00:00.000 [notice] Heartbeat: Tor's uptime is 4 days 0:00 hours, with 0 circuits open.",
    `Feb 05 15:00:00.000 ${START}`,
  ];
  expect(runs(rows)).toEqual(["2026-02-01T10:00:00Z 2026-02-05T15:00:00Z", "2026-02-05T15:00:00Z"]);
  const { problems } = readNoticeLog(rows.join("\n"), { zone: 0, writtenBefore: WRITTEN });
  expect(problems.map(({ code }) => code)).toEqual(["no-end"]);
});

test("the year is counted back from when the file was written, over New Year and back to a leap day", () => {
  const rows = [
    `Feb 29 10:00:00.000 ${START}`,
    `Dec 30 10:00:00.000 ${STOP}`,
    `Jan 02 10:00:00.000 ${START}`,
  ];
  expect(runs(rows)).toEqual(["2024-02-29T10:00:00Z 2025-12-30T10:00:00Z", "2026-01-02T10:00:00Z"]);
});

test("the log's clock is the machine's, summer time included", () => {
  expect(runs([`Feb 01 10:00:00.000 ${START}`], "Europe/Berlin")).toEqual(["2026-02-01T09:00:00Z"]);
  const july = Date.parse("2026-08-01T00:00:00Z");
  expect(runs([`Jul 01 10:00:00.000 ${START}`], "Europe/Berlin", july)).toEqual([
    "2026-07-01T08:00:00Z",
  ]);
});

test.each([
  ["syslog", "Feb  1 10:00:00 host Tor[812]: Tor 0.4.9.11 running on Linux with Libevent."],
  [
    "the journal of an instance",
    "Feb 01 10:00:00 host tor@exit1[812]: Tor 0.4.9.11 running on Linux with Libevent.",
  ],
  [
    "an ISO journal",
    "2026-02-01T11:00:00.123456+01:00 host tor[812]: Tor 0.4.9.11 running on Linux with Libevent.",
  ],
])("%s", (_name, row) => {
  expect(runs([row, "Feb  1 10:00:01 host sshd[1]: Clean shutdown finished. Exiting."])[0]).toMatch(
    /^2026-02-01T10:00:00(\.123)?Z$/,
  );
});

test.each([
  [
    "a connection log",
    "Feb 01 10:00:00 host kernel: [UFW BLOCK] SRC=192.0.2.1 DST=198.51.100.2",
    ["no-log"],
  ],
  ["nothing", "", ["no-log"]],
  [
    "an info log",
    `Feb 01 10:00:00.000 ${START}\nFeb 01 10:00:01.000 [info] connection to 198.51.100.2`,
    ["connection-log"],
  ],
])("%s is named as a problem", (_name, text, codes) => {
  const facts = readNoticeLog(text, { zone: 0, writtenBefore: WRITTEN });
  expect(facts.problems.map(({ code }) => code)).toEqual(codes);
});

test("a log of endless hostile lines is read without hanging", () => {
  const row = `Feb 01 10:00:00.000 [notice] Heartbeat: Tor's uptime is ${"1 day ".repeat(300)}`;
  expect(runs(Array.from({ length: 20_000 }, () => row))).toHaveLength(1);
});

test("a log replaces what was thought of the time it covers and joins what touches it", () => {
  const relay = aRelay({ uptime: [anUptime("2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z")] });
  const log = readNoticeLog(
    [
      `Feb 01 10:00:00.000 [warn] x`,
      `Feb 03 10:00:00.000 ${STOP}`,
      `Feb 04 10:00:00.000 ${START}`,
      "Feb 04 16:00:00.000 [notice] Heartbeat: Tor's uptime is 6:00 hours, with 0 circuits open.",
    ].join("\n"),
    { zone: 0, writtenBefore: WRITTEN },
  );
  const learnt = learnUptime(relay, log, { learnedAt: WRITTEN });
  const days = learnt.uptime.map(({ from, to }) => [toIso(from), to && toIso(to)]);
  expect(days).toEqual([
    ["2026-01-01T00:00:00Z", "2026-02-03T10:00:00Z"],
    ["2026-02-04T10:00:00Z", "2026-02-04T16:00:00Z"],
  ]);
  expect(learnt.unsure).toMatchObject([{ from: Date.parse("2026-02-04T16:00:00Z"), to: null }]);
  const again = learnUptime(learnt, log, { learnedAt: WRITTEN });
  expect(again.uptime.map(({ from, to }) => [toIso(from), to && toIso(to)])).toEqual(days);
});

test.each([
  {
    what: "hours",
    next: "2026-02-01T14:00:00Z",
    runs: [["2026-02-01T10:00:00Z", null]],
    unsure: [],
  },
  {
    what: "weeks",
    next: "2026-02-20T00:00:00Z",
    runs: [["2026-02-20T00:00:00Z", null]],
    unsure: [["2026-02-01T10:00:00Z", "2026-02-20T00:00:00Z"]],
  },
])(
  "between an older log and what is known from $what later",
  ({ next, runs: known, unsure: open }) => {
    const relay = aRelay({ uptime: [anUptime(next)] });
    const log = readNoticeLog(`Feb 01 10:00:00.000 ${START}`, { zone: 0, writtenBefore: WRITTEN });
    const { uptime, unsure = [] } = learnUptime(relay, log, { learnedAt: WRITTEN });
    const spans = (all: typeof uptime) => all.map(({ from, to }) => [toIso(from), to && toIso(to)]);
    expect(spans(uptime)).toEqual(known);
    expect(spans(unsure)).toEqual(open);
  },
);
