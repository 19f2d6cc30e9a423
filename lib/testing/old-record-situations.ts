import type { Relay } from "../relays/history.ts";
import { aTime } from "./a-complaint.ts";
import { aHistory, anUptime, aPolicy, aRelay, aTenure, ORIGIN } from "./a-relay.ts";
import { about, EXIT, SECOND, type Situation } from "./check-situations.ts";

const SIGNED = "descriptor (signed)";
const LINES = ["reject *:25", "accept *:*"];

/** A relay known from descriptors only, the last of which was published at `confirmedAt`. */
function described(confirmed: string | null, given: Partial<Relay> = {}): Relay {
  const seen = confirmed === null ? {} : { confirmedAt: Date.parse(confirmed) };
  return aRelay({
    tenures: [{ ...aTenure("192.0.2.7"), source: SIGNED, ...seen }],
    policies: [{ ...aPolicy(LINES, ORIGIN, null, "descriptor"), source: SIGNED, ...seen }],
    ...given,
  });
}

function withPolicySource(source: string, confirmed: string): Relay {
  const policy = { ...aPolicy(["ExitRelay 1"]), source, confirmedAt: Date.parse(confirmed) };
  return aRelay({ policies: [policy] });
}

export const OLD_RECORD_SITUATIONS: Situation[] = [
  {
    name: "a descriptor of the hours before speaks for the event",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(described("2026-02-02T20:00:00Z")),
    verdict: "port-rejected",
    rule: "reject *:25",
    says: /last seen at 2026-02-02 20:00:00 UTC/,
  },
  {
    name: "a descriptor of a month before does not",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(described(null)),
    verdict: "cannot-tell",
    findings: { tenure: "unknown", policy: "unknown", role: "unknown" },
    says: /last seen at 2026-01-01 00:00:00 UTC .*torrc/,
    never: /relay7 held|^relay7 was|rejected/,
  },
  {
    name: "nor does it concede what it cannot know",
    complaint: about({ destinationPort: 443 }),
    history: aHistory(described(null)),
    verdict: "cannot-tell",
  },
  {
    name: "a descriptor that was seen again later has lasted until then",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(described("2026-02-20T00:00:00Z")),
    verdict: "port-rejected",
  },
  {
    name: "the window runs past the last sighting",
    complaint: about({
      destinationPort: 25,
      time: aTime("2026-02-03T00:00:00Z", "2026-02-03T23:59:59Z"),
    }),
    history: aHistory(described("2026-02-03T01:00:00Z")),
    verdict: "cannot-tell",
  },
  {
    name: "eighteen hours, and not a second longer",
    complaint: about({ destinationPort: 25, time: aTime("2026-02-03T18:00:00Z") }),
    history: aHistory(described("2026-02-03T00:00:00Z")),
    verdict: "cannot-tell",
  },
  {
    name: "one second before that",
    complaint: about({ destinationPort: 25, time: aTime("2026-02-03T17:59:59Z") }),
    history: aHistory(described("2026-02-03T00:00:00Z")),
    verdict: "port-rejected",
  },
  {
    name: "a policy that ended with another one, but was last seen a month before its end",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(
      described(null, {
        tenures: [aTenure("192.0.2.7")],
        policies: [
          { ...aPolicy(LINES, ORIGIN, "2026-02-10T00:00:00Z", "descriptor"), source: SIGNED },
          {
            ...aPolicy(["accept *:*"], "2026-02-10T00:00:00Z", null, "descriptor"),
            source: SIGNED,
          },
        ],
      }),
    ),
    verdict: "cannot-tell",
    says: /not known.*2026-01-01.*2026-02-10/,
  },
  {
    name: "the operator's torrc holds until the operator says otherwise",
    complaint: about({ destinationPort: 25 }),
    history: EXIT,
    verdict: "port-rejected",
    never: /last seen/,
  },
  {
    name: "a policy Onionoo repeated the week before",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(withPolicySource("Onionoo", "2026-01-27T00:00:00Z")),
    verdict: "cannot-tell",
    findings: { tenure: "yes", policy: "unknown" },
  },
  {
    name: "an address only a consensus showed, hours before",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(
      aRelay({
        tenures: [
          {
            ...aTenure("192.0.2.7"),
            source: "consensus (signed)",
            confirmedAt: Date.parse("2026-02-03T01:00:00Z"),
          },
        ],
      }),
    ),
    verdict: "cannot-tell",
    findings: { tenure: "unknown", policy: "no" },
    says: /Whether relay7 still held 192\.0\.2\.7/,
  },
  {
    name: "the same, one hour before",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(
      aRelay({
        tenures: [
          {
            ...aTenure("192.0.2.7"),
            source: "consensus (signed)",
            confirmedAt: Date.parse("2026-02-03T03:00:00Z"),
          },
        ],
      }),
    ),
    verdict: "port-rejected",
  },
  {
    name: "an exit list of the day before still names the exit address",
    complaint: about({ sourceIp: "192.0.2.77", destinationPort: 25 }),
    history: aHistory(
      aRelay({
        tenures: [
          aTenure("192.0.2.7"),
          {
            ...aTenure("192.0.2.77"),
            source: "exit list",
            confirmedAt: Date.parse("2026-02-02T06:00:00Z"),
          },
        ],
      }),
    ),
    verdict: "port-rejected",
  },
  {
    name: "two relays at one address: what one may have let out since keeps the other from proving",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(aRelay(), described(null, SECOND)),
    verdict: "cannot-tell",
    findings: { tenure: "unknown", policy: "no" },
  },
  {
    name: "two relays at one address: one surely let it out",
    complaint: about({ destinationPort: 443 }),
    history: aHistory(aRelay(), described(null, SECOND)),
    verdict: "port-allowed",
  },
  {
    name: "UDP is not Tor however old the records are",
    complaint: about({ protocol: "udp" }),
    history: aHistory(described(null)),
    verdict: "not-tor-traffic",
  },
  {
    name: "a log read before the event says nothing of it, though the relay ran in it",
    complaint: about({ destinationPort: 443 }),
    history: aHistory(
      aRelay({ uptime: [{ ...anUptime(), learnedAt: Date.parse("2026-01-20T00:00:00Z") }] }),
    ),
    verdict: "port-allowed",
    findings: { uptime: "unknown" },
  },
];
