import { aComplaint, aFact, anEvent, aTime } from "./a-complaint.ts";
import { aHistory, aPolicy, aRelay, aTenure } from "./a-relay.ts";
import {
  about,
  DAY,
  EXIT,
  FLIP,
  NON_EXIT,
  SECOND,
  type Situation,
  WEB_ONLY,
} from "./check-situations.ts";

export const TENURE_SITUATIONS: Situation[] = [
  {
    name: "an address that was never ours",
    complaint: about({ sourceIp: "203.0.113.99" }),
    history: EXIT,
    verdict: "not-our-ip",
    findings: { tenure: "no" },
    says: /No relay the desk knows of ever held 203\.0\.113\.99/,
  },
  {
    name: "an address given up before the event",
    complaint: about({}),
    history: aHistory(
      aRelay({ tenures: [aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-01-31T00:00:00Z")] }),
    ),
    verdict: "not-our-ip",
    findings: { tenure: "no" },
    says: /relay7 held 192\.0\.2\.7 from 2026-01-01 00:00:00 UTC to 2026-01-31 00:00:00 UTC/,
  },
  {
    name: "an event before the desk first knew the address: unknown, not no",
    complaint: about({ time: aTime("2025-12-24T00:00:00Z") }),
    history: EXIT,
    verdict: "cannot-tell",
    findings: { tenure: "unknown" },
    says: /192\.0\.2\.7 only from 2026-01-01 00:00:00 UTC on/,
  },
  {
    name: "an event between two tenures of the same address",
    complaint: about({}),
    history: aHistory(
      aRelay({
        tenures: [
          aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-01-31T00:00:00Z"),
          aTenure("192.0.2.7", "2026-02-20T00:00:00Z"),
        ],
      }),
    ),
    verdict: "not-our-ip",
  },
  {
    name: "the address was given up in the day in question",
    complaint: about({ time: DAY, destinationPort: 25 }),
    history: aHistory(aRelay({ tenures: [aTenure("192.0.2.7", "2026-01-01T00:00:00Z", FLIP)] })),
    verdict: "cannot-tell",
    findings: { tenure: "unknown" },
    says: /for only a part of the time/,
  },
  {
    name: "the address moved from one relay of ours to another, and both reject",
    complaint: about({ time: DAY, destinationPort: 25 }),
    history: aHistory(
      aRelay({ tenures: [aTenure("192.0.2.7", "2026-01-01T00:00:00Z", FLIP)] }),
      aRelay({ ...SECOND, tenures: [aTenure("192.0.2.7", FLIP)] }),
    ),
    verdict: "port-rejected",
    findings: { tenure: "yes" },
  },
  {
    name: "the address moved to a relay that was no exit: only the holder at the time counts",
    complaint: about({}),
    history: aHistory(
      aRelay({
        tenures: [aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")],
      }),
      aRelay({
        ...SECOND,
        tenures: [aTenure("192.0.2.7", "2026-02-01T00:00:00Z")],
        policies: [aPolicy(NON_EXIT)],
      }),
    ),
    verdict: "port-rejected",
    findings: { role: "no" },
  },
  {
    name: "two relays share the address and one allows",
    complaint: about({}),
    history: aHistory(aRelay({ policies: [aPolicy(NON_EXIT)] }), aRelay(SECOND)),
    verdict: "port-allowed",
    says: /relay8/,
  },
  {
    name: "two relays share the address and both reject",
    complaint: about({}),
    history: aHistory(
      aRelay({ policies: [aPolicy(NON_EXIT)] }),
      aRelay({ ...SECOND, policies: [aPolicy(WEB_ONLY)] }),
    ),
    verdict: "port-rejected",
    says: /relay7.*relay8/,
  },
  {
    name: "two relays share the address, one rejects, nothing is known of the other's policy",
    complaint: about({}),
    history: aHistory(
      aRelay({ policies: [aPolicy(NON_EXIT)] }),
      aRelay({ ...SECOND, policies: [] }),
    ),
    verdict: "cannot-tell",
    says: /relay8/,
  },
  {
    name: "exit traffic leaves from another address than the one announced",
    complaint: about({ sourceIp: "192.0.2.77", destinationPort: 25 }),
    history: aHistory(aRelay({ tenures: [aTenure("192.0.2.7"), aTenure("192.0.2.77")] })),
    verdict: "port-rejected",
    says: /reject \*:25/,
  },
  {
    name: "a whole /28 is accused: our relay inside it counts",
    complaint: aComplaint({
      accused: [aFact("192.0.2.0/28")],
      events: [anEvent({ sourceIp: null, destinationPort: 25 })],
    }),
    history: EXIT,
    verdict: "port-rejected",
    findings: { tenure: "yes" },
  },
  {
    name: "a /28 with two relays of ours, one of which allows",
    complaint: aComplaint({
      accused: [aFact("192.0.2.0/28")],
      events: [anEvent({ sourceIp: null })],
    }),
    history: aHistory(
      aRelay({ policies: [aPolicy(NON_EXIT)] }),
      aRelay({ ...SECOND, tenures: [aTenure("192.0.2.8")] }),
    ),
    verdict: "port-allowed",
  },
  {
    name: "a /28 in which nothing is ours",
    complaint: aComplaint({ accused: [aFact("203.0.113.16/28")] }),
    history: EXIT,
    verdict: "not-our-ip",
  },
  {
    name: "a /28 with one relay of ours that rejects and one address known only later",
    complaint: aComplaint({
      accused: [aFact("192.0.2.0/28")],
      events: [anEvent({ sourceIp: null, destinationPort: 25 })],
    }),
    history: aHistory(
      aRelay(),
      aRelay({ ...SECOND, tenures: [aTenure("192.0.2.8", "2026-02-20T00:00:00Z")] }),
    ),
    verdict: "cannot-tell",
  },
  {
    name: "an IPv4 address as a dual-stack log writes it",
    complaint: about({ sourceIp: "::ffff:192.0.2.7", destinationIp: "::ffff:198.51.100.20" }),
    history: EXIT,
    verdict: "port-allowed",
    says: /198\.51\.100\.20:22/,
  },
  {
    name: "no time, and the address was given up before the complaint was written",
    complaint: about({ time: null, destinationPort: 25 }),
    history: aHistory(
      aRelay({ tenures: [aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")] }),
    ),
    verdict: "port-rejected",
    findings: { tenure: "unknown" },
    says: /for all the time it is known to have held the address/,
  },
  {
    name: "no relays are known to the desk",
    complaint: about({}),
    history: aHistory(),
    verdict: "cannot-tell",
    findings: { tenure: "unknown" },
    says: /No relays are known to the desk/,
  },
  {
    name: "no relays are known, and not even UDP changes that",
    complaint: about({ protocol: "udp" }),
    history: aHistory(),
    verdict: "cannot-tell",
    findings: { protocol: "no" },
  },
  {
    name: "the complaint names no address",
    complaint: aComplaint({ accused: [] }),
    history: EXIT,
    verdict: "cannot-tell",
    says: /names no address/,
  },
];
