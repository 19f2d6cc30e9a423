import { aTime } from "./a-complaint.ts";
import { aHistory, anUptime, aPolicy, aRelay, ORIGIN } from "./a-relay.ts";
import { about, DAY, EXIT, FLIP, NON_EXIT, SECOND, type Situation } from "./check-situations.ts";

export const UPTIME_SITUATIONS: Situation[] = [
  {
    name: "the relay was stopped before the event and has not run since",
    complaint: about({}),
    history: aHistory(
      aRelay({ uptime: [anUptime("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")] }),
    ),
    verdict: "relay-down",
    findings: { uptime: "no", role: "yes", policy: "yes" },
    says: /not running at 2026-02-03 04:05:06 UTC: it stopped at 2026-02-01 00:00:00 UTC/,
  },
  {
    name: "the event lies between two runs",
    complaint: about({}),
    history: aHistory(
      aRelay({
        uptime: [
          anUptime("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
          anUptime("2026-02-05T00:00:00Z"),
        ],
      }),
    ),
    verdict: "relay-down",
    says: /ran again from 2026-02-05/,
  },
  {
    name: "before the first known run nothing is known",
    complaint: about({}),
    history: aHistory(aRelay({ uptime: [anUptime("2026-02-10T00:00:00Z")] })),
    verdict: "port-allowed",
    findings: { uptime: "unknown" },
  },
  {
    name: "an empty list of runs does not mean that it was down",
    complaint: about({}),
    history: EXIT,
    verdict: "port-allowed",
    findings: { uptime: "unknown" },
  },
  {
    name: "it was running",
    complaint: about({}),
    history: aHistory(aRelay({ uptime: [anUptime()] })),
    verdict: "port-allowed",
    findings: { uptime: "yes" },
  },
  {
    name: "it stopped in the day in question",
    complaint: about({ time: DAY }),
    history: aHistory(aRelay({ uptime: [anUptime("2026-01-01T00:00:00Z", FLIP)] })),
    verdict: "cannot-tell",
    findings: { uptime: "unknown" },
    says: /not running all the time/,
  },
  {
    name: "it stopped in the day in question, but the policy rejected the port anyway",
    complaint: about({ time: DAY, destinationPort: 25 }),
    history: aHistory(aRelay({ uptime: [anUptime("2026-01-01T00:00:00Z", FLIP)] })),
    verdict: "port-rejected",
  },
  {
    name: "two relays share the address: one was down, the other rejects",
    complaint: about({}),
    history: aHistory(
      aRelay({ uptime: [anUptime("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")] }),
      aRelay({ ...SECOND, policies: [aPolicy(NON_EXIT)] }),
    ),
    verdict: "port-rejected",
  },
  {
    name: "two relays share the address: one was down, the other allows",
    complaint: about({}),
    history: aHistory(
      aRelay({ uptime: [anUptime("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")] }),
      aRelay(SECOND),
    ),
    verdict: "port-allowed",
  },
  {
    name: "without a time a gap in the runs proves nothing",
    complaint: about({ time: null }),
    history: aHistory(
      aRelay({ uptime: [anUptime("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")] }),
    ),
    verdict: "port-allowed",
    findings: { uptime: "unknown" },
  },
  {
    name: "stopped, and ran again later",
    complaint: about({ destinationPort: 443 }),
    history: aHistory(
      aRelay({
        uptime: [anUptime(ORIGIN, "2026-02-03T04:00:00Z"), anUptime("2026-02-03T04:30:00Z")],
      }),
    ),
    verdict: "relay-down",
    findings: { uptime: "no" },
  },
  {
    name: "nobody knows when it ran",
    complaint: about({ destinationPort: 443 }),
    history: EXIT,
    verdict: "port-allowed",
    findings: { uptime: "unknown" },
    never: /^relay7 was running/,
  },
  {
    name: "restarted inside the hour, port open",
    complaint: about({
      destinationPort: 443,
      time: aTime("2026-02-03T04:00:00Z", "2026-02-03T04:59:59Z"),
    }),
    history: aHistory(
      aRelay({
        uptime: [anUptime(ORIGIN, "2026-02-03T04:20:00Z"), anUptime("2026-02-03T04:30:00Z")],
      }),
    ),
    verdict: "cannot-tell",
  },
  {
    name: "restarted inside the hour, port closed",
    complaint: about({
      destinationPort: 25,
      time: aTime("2026-02-03T04:00:00Z", "2026-02-03T04:59:59Z"),
    }),
    history: aHistory(
      aRelay({
        uptime: [anUptime(ORIGIN, "2026-02-03T04:20:00Z"), anUptime("2026-02-03T04:30:00Z")],
      }),
    ),
    verdict: "port-rejected",
  },
  {
    name: "a log that ends with the stop was read a month before the event",
    complaint: about({ destinationPort: 443 }),
    history: aHistory(
      aRelay({
        uptime: [
          {
            ...anUptime(ORIGIN, "2026-01-04T00:00:00Z"),
            learnedAt: Date.parse("2026-01-05T00:00:00Z"),
          },
        ],
      }),
    ),
    verdict: "port-allowed",
    findings: { uptime: "unknown" },
    never: /relay7 was not running/,
  },
];
