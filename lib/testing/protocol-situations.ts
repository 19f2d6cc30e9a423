import { aComplaint, anEvent, aTime } from "./a-complaint.ts";
import { aHistory, aRelay } from "./a-relay.ts";
import { about, EXIT, MIDDLE, type Situation } from "./check-situations.ts";

export const PROTOCOL_SITUATIONS: Situation[] = [
  {
    name: "UDP amplification at an exit",
    complaint: about({ protocol: "udp", destinationPort: 53 }),
    history: EXIT,
    verdict: "not-tor-traffic",
    findings: { protocol: "no", role: "yes" },
    says: /UDP/,
  },
  {
    name: "a sinkhole feed with UDP in it (B-27)",
    complaint: about({ protocol: "udp", sourcePort: 2005, destinationPort: 16465 }),
    history: EXIT,
    verdict: "not-tor-traffic",
  },
  {
    name: "ICMP",
    complaint: about({ protocol: "icmp", destinationPort: null }),
    history: EXIT,
    verdict: "not-tor-traffic",
  },
  {
    name: "UDP at an address that was never ours is first of all not ours",
    complaint: about({ protocol: "udp", sourceIp: "203.0.113.99" }),
    history: EXIT,
    verdict: "not-our-ip",
  },
  {
    name: "UDP at a time before our records: whoever held the address, it was not Tor",
    complaint: about({ protocol: "udp", time: aTime("2025-12-24T00:00:00Z") }),
    history: EXIT,
    verdict: "not-tor-traffic",
  },
  {
    name: "UDP needs no policy and no time",
    complaint: about({ protocol: "udp", time: null }),
    history: aHistory(aRelay({ policies: [] })),
    verdict: "not-tor-traffic",
  },
  {
    name: "the event does not name its protocol but the complaint does",
    complaint: aComplaint({ protocol: "udp", events: [anEvent({ protocol: "unknown" })] }),
    history: EXIT,
    verdict: "not-tor-traffic",
  },
  {
    name: "bare SYNs at an exit that allows the port",
    complaint: about({ synOnly: true }),
    history: EXIT,
    verdict: "not-tor-traffic",
    findings: { protocol: "no" },
    says: /SYN/,
  },
  {
    name: "bare SYNs at a relay that is no exit: the policy is the better proof (B-28)",
    complaint: about({ synOnly: true }, { synOnly: true, destinationIp: "198.51.100.21" }),
    history: MIDDLE,
    verdict: "port-rejected",
    findings: { role: "no", protocol: "no" },
  },
  {
    name: "a reminder with TCP and UDP rows at an open exit (B-04)",
    complaint: about(
      { destinationPort: 55510 },
      { destinationPort: 35270, protocol: "udp" },
      { destinationPort: 35271, protocol: "udp" },
    ),
    history: EXIT,
    verdict: "port-allowed",
    says: /Of 3 events 1 went where the exit policy allowed it and 2 cannot be traffic of a Tor exit/,
  },
  {
    name: "TCP and UDP rows at a relay that is no exit",
    complaint: about({}, { protocol: "udp" }),
    history: MIDDLE,
    verdict: "not-tor-traffic",
    says: /1 cannot be traffic of a Tor exit and 1 went where the exit policy rejected it/,
  },
  {
    name: "UDP from an address whose policy nobody recorded",
    complaint: about({ protocol: "udp" }),
    history: aHistory(aRelay({ policies: [] })),
    verdict: "not-tor-traffic",
  },
  {
    name: "UDP from an address that was never ours",
    complaint: about({ protocol: "udp", sourceIp: "203.0.113.99" }),
    history: EXIT,
    verdict: "not-our-ip",
  },
  {
    name: "TCP and UDP lines in one reminder",
    complaint: about({ protocol: "udp", destinationPort: 35270 }, { destinationPort: 55510 }),
    history: EXIT,
    verdict: "port-allowed",
    says: /Of 2 events 1 .*1 cannot be traffic/,
  },
  {
    name: "a drop log shows the first packet of a connection the policy allowed",
    complaint: {
      ...about({ synOnly: true }),
      evidenceText: "Feb  3 04:05:06 fw kernel: DROP SRC=192.0.2.7 PROTO=TCP DPT=22 SYN URGP=0",
    },
    history: EXIT,
    verdict: "port-allowed",
    findings: { protocol: "unknown" },
    never: /cannot be|cannot have|was not traffic/,
  },
  {
    name: "half-open connections to an open port, which the policy allowed",
    complaint: {
      ...about({ synOnly: true }),
      evidenceText: "SYN flood: 120000 half-open connections",
    },
    history: EXIT,
    verdict: "not-tor-traffic",
    findings: { protocol: "no", policy: "yes" },
  },
  {
    name: "a drop log and no known policy",
    complaint: { ...about({ synOnly: true }), evidenceText: "[UFW BLOCK] SYN URGP=0" },
    history: aHistory(aRelay({ policies: [] })),
    verdict: "cannot-tell",
  },
];
