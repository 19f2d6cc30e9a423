import { aComplaint, aFact, aMessage, anEvent, aTime } from "./a-complaint.ts";
import { aHistory, aRelay, aTenure } from "./a-relay.ts";
import { about, EXIT, type Situation } from "./check-situations.ts";

export const WHOLE_SITUATIONS: Situation[] = [
  {
    name: "no event at all: the accused address and an unknown time",
    complaint: aComplaint({ destinationPorts: [aFact(25)] }),
    history: EXIT,
    verdict: "port-rejected",
    findings: { time: "unknown" },
  },
  {
    name: "a mislabelled IRC log about a /28, without date, port or destination (B-15)",
    complaint: aComplaint({ accused: [aFact("192.0.2.0/28")] }),
    history: EXIT,
    verdict: "cannot-tell",
    findings: { tenure: "yes", role: "yes", time: "unknown" },
  },
  {
    name: "many destinations, one port: a scan that the policy rejected throughout (B-03)",
    complaint: about(
      { destinationPort: 445 },
      { destinationPort: 445, destinationIp: "198.51.100.21" },
    ),
    history: EXIT,
    verdict: "port-rejected",
    says: /Of 2 events 2 went where the exit policy rejected it/,
  },
  {
    name: "one allowed event outweighs two rejected ones",
    complaint: about({ destinationPort: 25 }, { destinationPort: 445 }, { destinationPort: 80 }),
    history: EXIT,
    verdict: "port-allowed",
    says: /1 went where the exit policy allowed it and 2 went where/,
  },
  {
    name: "an event that cannot be told outweighs rejected ones",
    complaint: about(
      { destinationPort: 25 },
      { destinationPort: 25, time: aTime("2025-12-01T00:00:00Z") },
    ),
    history: EXIT,
    verdict: "cannot-tell",
  },
  {
    name: "a list of fifty hosts of which one is ours",
    complaint: about(
      ...Array.from({ length: 49 }, (_, index) => ({ sourceIp: `203.0.113.${index + 1}` })),
      { destinationPort: 25 },
    ),
    history: EXIT,
    verdict: "port-rejected",
    says: /49 concern an address that was not ours/,
  },
  {
    name: "the log is about somebody else, but our address is accused as well",
    complaint: aComplaint({
      accused: [aFact("192.0.2.7"), aFact("203.0.113.99")],
      events: [anEvent({ sourceIp: "203.0.113.99" })],
    }),
    history: EXIT,
    verdict: "cannot-tell",
  },
  {
    name: "a letter months later about an address since given up (B-34)",
    complaint: aComplaint({
      message: aMessage({ date: Date.parse("2026-09-01T00:00:00Z") }),
      events: [anEvent({ destinationIp: null, destinationPort: null })],
    }),
    history: aHistory(
      aRelay({ tenures: [aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z")] }),
    ),
    verdict: "cannot-tell",
    findings: { tenure: "yes", role: "yes" },
  },
  {
    name: "the same letter about an event after the address was given up",
    complaint: about({ time: aTime("2026-03-02T00:00:00Z") }),
    history: aHistory(
      aRelay({ tenures: [aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z")] }),
    ),
    verdict: "not-our-ip",
  },
  {
    name: "three events, three outcomes",
    complaint: about(
      { destinationPort: 443 },
      { destinationPort: 25 },
      { protocol: "udp", destinationPort: 53 },
    ),
    history: EXIT,
    verdict: "port-allowed",
    says: /Of 3 events/,
  },
  {
    name: "mail dated long before the event: a broken clock",
    complaint: {
      ...about({ destinationPort: 25 }),
      message: aMessage({ date: Date.parse("1970-01-01T00:00:00Z") }),
    },
    history: EXIT,
    verdict: "cannot-tell",
  },
  {
    name: "a mail without a date",
    complaint: { ...about({ destinationPort: 25 }), message: aMessage({ date: null }) },
    history: EXIT,
    verdict: "port-rejected",
  },
];
