import { aComplaint, aMessage, anEvent, aTime } from "./a-complaint.ts";
import { aHistory, aPolicy, aRelay, ORIGIN } from "./a-relay.ts";
import {
  about,
  DAY,
  EXIT,
  FLIP,
  flipped,
  NON_EXIT,
  type Situation,
  WEB_ONLY,
} from "./check-situations.ts";

export const TIME_SITUATIONS: Situation[] = [
  {
    name: "the policy changed before the event: the later one counts",
    complaint: about({}),
    history: aHistory(
      aRelay({
        policies: [
          aPolicy(["ExitRelay 1"], "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
          aPolicy(WEB_ONLY, "2026-02-01T00:00:00Z"),
        ],
      }),
    ),
    verdict: "port-rejected",
    rule: "reject *:*",
  },
  {
    name: "the policy changed after the event: the one in force then counts, not today's",
    complaint: about({}),
    history: aHistory(
      aRelay({
        policies: [
          aPolicy(["ExitRelay 1"], "2026-01-01T00:00:00Z", "2026-02-20T00:00:00Z"),
          aPolicy(NON_EXIT, "2026-02-20T00:00:00Z"),
        ],
      }),
    ),
    verdict: "port-allowed",
    rule: "accept *:*",
    findings: { role: "yes" },
  },
  {
    name: "an event in the very second the policy changed is under the new one",
    complaint: about({ time: aTime(FLIP) }),
    history: flipped(["ExitRelay 1"], WEB_ONLY),
    verdict: "port-rejected",
  },
  {
    name: "only the day is known and the policy changed that day",
    complaint: about({ time: DAY }),
    history: flipped(["ExitRelay 1"], WEB_ONLY),
    verdict: "cannot-tell",
    findings: { time: "unknown", policy: "unknown", role: "yes" },
    says: /between 2026-02-03 00:00:00 UTC and 2026-02-03 23:59:59 UTC did not give one answer.*from 2026-02-03 12:00:00 UTC/,
  },
  {
    name: "only the day is known, the policy changed that day, and both reject",
    complaint: about({ time: DAY, destinationPort: 25 }),
    history: flipped(["ExitRelay 1"], WEB_ONLY),
    verdict: "port-rejected",
    rule: "reject *:25",
    says: /gave the same answer/,
  },
  {
    name: "only the day is known, the policy changed that day, and both allow",
    complaint: about({ time: DAY, destinationPort: 443 }),
    history: flipped(["ExitRelay 1"], WEB_ONLY),
    verdict: "port-allowed",
  },
  {
    name: "a contradictory zone whose two readings lie on both sides of the change",
    complaint: about({
      time: { ...aTime("2026-02-03T11:30:00Z", "2026-02-03T12:30:00Z"), zone: "contradictory" },
    }),
    history: flipped(["ExitRelay 1"], WEB_ONLY),
    verdict: "cannot-tell",
    findings: { time: "unknown" },
  },
  {
    name: "a contradictory zone that makes no difference",
    complaint: about({
      time: { ...aTime("2026-02-02T22:23:00Z", "2026-02-02T23:23:00Z"), zone: "contradictory" },
    }),
    history: flipped(["ExitRelay 1"], WEB_ONLY),
    verdict: "port-allowed",
  },
  {
    name: "the relay became an exit in the day in question",
    complaint: about({ time: DAY }),
    history: flipped(NON_EXIT, ["ExitRelay 1"]),
    verdict: "cannot-tell",
    findings: { role: "unknown" },
  },
  {
    name: "no time, and the same policy for all the time the address was held",
    complaint: about({ time: null, destinationPort: 25 }),
    history: EXIT,
    verdict: "port-rejected",
    findings: { time: "unknown", tenure: "yes", uptime: "unknown" },
    says: /at the unknown time of the event/,
  },
  {
    name: "no time, and the policy changed while the address was held",
    complaint: about({ time: null }),
    history: flipped(["ExitRelay 1"], WEB_ONLY),
    verdict: "cannot-tell",
  },
  {
    name: "no time: a policy change after the mail was written cannot matter",
    complaint: aComplaint({
      events: [anEvent({ time: null })],
      message: aMessage({ date: Date.parse("2026-01-20T00:00:00Z") }),
    }),
    history: flipped(WEB_ONLY, ["ExitRelay 1"]),
    verdict: "port-rejected",
  },
  {
    name: "a clock time without a date is no time",
    complaint: about({
      time: {
        ...aTime("2026-02-03T04:05:06Z"),
        at: null,
        earliest: null,
        latest: null,
        precision: "unknown",
        zone: "unknown",
        text: "[20:16]",
      },
    }),
    history: flipped(["ExitRelay 1"], WEB_ONLY),
    verdict: "cannot-tell",
    findings: { time: "unknown" },
  },
  {
    name: "no time and written before the desk's records begin",
    complaint: aComplaint({
      events: [anEvent({ time: null })],
      message: aMessage({ date: Date.parse("2025-06-01T00:00:00Z") }),
    }),
    history: EXIT,
    verdict: "cannot-tell",
    findings: { tenure: "unknown" },
  },
  {
    name: "the event is dated after the mail that tells of it",
    complaint: about({ destinationPort: 25, time: aTime("2027-02-03T04:05:06Z") }),
    history: EXIT,
    verdict: "cannot-tell",
    findings: { time: "unknown" },
  },
  {
    name: "the window runs on after the mail: nothing of tomorrow counts",
    complaint: about({ time: aTime("2026-02-28T00:00:00Z", "2026-04-30T00:00:00Z") }),
    history: aHistory(
      aRelay({
        policies: [
          aPolicy(["ExitRelay 1"], ORIGIN, "2026-04-01T00:00:00Z"),
          aPolicy(["ExitRelay 0"], "2026-04-01T00:00:00Z"),
        ],
      }),
    ),
    verdict: "port-allowed",
  },
  {
    name: "the policy changed inside the day",
    complaint: about({ time: DAY, destinationPort: 443 }),
    history: flipped(["ExitRelay 1"], ["ExitRelay 0"]),
    verdict: "cannot-tell",
    findings: { policy: "unknown", role: "unknown" },
  },
  {
    name: "the policy changed inside the day to one that gives the same answer by another line",
    complaint: about({ time: DAY, destinationPort: 25 }),
    history: flipped(["ExitRelay 1"], ["ExitPolicy reject *:25, accept *:*"]),
    verdict: "port-rejected",
  },
  {
    name: "the very second of a change belongs to the new policy",
    complaint: about({ time: aTime(FLIP), destinationPort: 443 }),
    history: flipped(["ExitRelay 1"], ["ExitRelay 0"]),
    verdict: "port-rejected",
  },
  {
    name: "one second before a change belongs to the old policy",
    complaint: about({ time: aTime("2026-02-03T11:59:59Z"), destinationPort: 443 }),
    history: flipped(["ExitRelay 1"], ["ExitRelay 0"]),
    verdict: "port-allowed",
  },
  {
    name: "two zones that differ by an hour, with a change between the two readings",
    complaint: about({
      destinationPort: 443,
      time: {
        ...aTime("2026-02-03T11:23:00Z", "2026-02-03T12:23:00Z"),
        zone: "contradictory",
        precision: "minute",
      },
    }),
    history: flipped(["ExitRelay 1"], ["ExitRelay 0"]),
    verdict: "cannot-tell",
  },
  {
    name: "no zone at all, the change lies half a day away",
    complaint: about({
      destinationPort: 443,
      time: { ...aTime("2026-02-03T01:00:00Z", "2026-02-04T03:00:00Z"), zone: "unknown" },
    }),
    history: flipped(["ExitRelay 1"], ["ExitRelay 0"]),
    verdict: "cannot-tell",
  },
  {
    name: "before the desk knew the relay",
    complaint: about({ time: aTime("2025-06-01T00:00:00Z"), destinationPort: 25 }),
    history: EXIT,
    verdict: "cannot-tell",
    findings: { tenure: "unknown" },
    never: /never held|No relay of ours held/,
  },
  {
    name: "no time and the port was always closed",
    complaint: about({ time: null, destinationPort: 25 }),
    history: EXIT,
    verdict: "port-rejected",
    rule: "reject *:25",
    findings: { time: "unknown", uptime: "unknown" },
  },
  {
    name: "no time and the port was closed only lately",
    complaint: about({ time: null, destinationPort: 443 }),
    history: flipped(["ExitRelay 1"], ["ExitRelay 0"]),
    verdict: "cannot-tell",
  },
];
