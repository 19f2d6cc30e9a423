import { aComplaint, aFact, anEvent } from "./a-complaint.ts";
import { aHistory, aPolicy, aRelay } from "./a-relay.ts";
import { about, EXIT, MIDDLE, type Situation, WEB_EXIT } from "./check-situations.ts";

export const PORT_SITUATIONS: Situation[] = [
  {
    name: "a swarm port is ours and meets no policy (B-30)",
    complaint: aComplaint({
      sourcePorts: [aFact(34890)],
      events: [anEvent({ sourcePort: 34890, destinationIp: null, destinationPort: null })],
    }),
    history: EXIT,
    verdict: "cannot-tell",
    findings: { tenure: "yes", role: "yes", policy: "unknown" },
    says: /port 34890 is on the accused side.*fits an exit that permits high ports/,
  },
  {
    name: "a swarm port that the policy would reject as a destination changes nothing",
    complaint: about({ sourcePort: 6881, destinationIp: null, destinationPort: null }),
    history: EXIT,
    verdict: "cannot-tell",
    findings: { role: "yes", policy: "unknown" },
  },
  {
    name: "a copyright notice about a web-only exit",
    complaint: about({ sourcePort: 35657, destinationIp: null, destinationPort: null }),
    history: WEB_EXIT,
    verdict: "cannot-tell",
    says: /permitted no arbitrary high ports \(`accept 80,443`\)/,
  },
  {
    name: "a copyright notice about a relay that was no exit",
    complaint: about({ sourcePort: 35657, destinationIp: null, destinationPort: null }),
    history: MIDDLE,
    verdict: "port-rejected",
    findings: { role: "no" },
  },
  {
    name: "a copyright notice about an exit that lets everything out",
    complaint: about({ destinationIp: null, destinationPort: null }),
    history: aHistory(aRelay({ policies: [aPolicy(["ExitPolicy accept *:*"])] })),
    verdict: "port-allowed",
    rule: "accept *:*",
  },
  {
    name: "REMOTE_PORT of a web log is ours; the destination port decides (B-23)",
    complaint: about({ sourcePort: 25, destinationPort: 443 }),
    history: EXIT,
    verdict: "port-allowed",
  },
  {
    name: "the port is known, the victim's address is not: no private network is a victim",
    complaint: about({ destinationIp: null }),
    history: EXIT,
    verdict: "port-allowed",
    says: /port 22 at any public address/,
  },
  {
    name: "the port is rejected for every address: a proof without the victim's address",
    complaint: about({ destinationIp: null, destinationPort: 25 }),
    history: EXIT,
    verdict: "port-rejected",
    rule: "reject *:25",
  },
  {
    name: "the port is open except for one network and the victim's address is unknown",
    complaint: about({ destinationIp: null }),
    history: aHistory(
      aRelay({ policies: [aPolicy(["ExitPolicy reject 203.0.113.0/24:22,accept *:*"])] }),
    ),
    verdict: "cannot-tell",
    says: /203\.0\.113\.0\/24:22/,
  },
  {
    name: "what the event leaves open the complaint says elsewhere",
    complaint: aComplaint({
      destinations: [aFact("198.51.100.9")],
      destinationPorts: [aFact(25)],
      events: [anEvent({ destinationIp: null, destinationPort: null })],
    }),
    history: EXIT,
    verdict: "port-rejected",
    says: /198\.51\.100\.9:25/,
  },
  {
    name: "mail on 25, 465 or 587: refuting takes all of them (B-09)",
    complaint: aComplaint({
      destinationPorts: [aFact(25), aFact(465), aFact(587)],
      events: [anEvent({ destinationPort: null })],
    }),
    history: EXIT,
    verdict: "port-allowed",
    says: /allowed 198\.51\.100\.20:465 and 198\.51\.100\.20:587/,
  },
  {
    name: "mail on 25, 465 or 587 at a web-only exit",
    complaint: aComplaint({
      destinationPorts: [aFact(25), aFact(465), aFact(587)],
      events: [anEvent({ destinationPort: null })],
    }),
    history: WEB_EXIT,
    verdict: "port-rejected",
  },
  {
    name: "a feedback report names no port, but its Source-IP handed over mail (B-16)",
    complaint: aComplaint({
      format: "arf",
      evidenceText: "Feedback-Type: abuse\nSource-IP: 192.0.2.7\n",
      events: [anEvent({ destinationIp: null, destinationPort: null, protocol: "unknown" })],
    }),
    history: EXIT,
    verdict: "port-rejected",
    rule: "reject *:25",
    says: /RFC 5965, Source-IP/,
  },
  {
    name: "a feedback report that says the port itself",
    complaint: aComplaint({
      format: "arf",
      evidenceText: "Source-IP: 192.0.2.7\n",
      destinationPorts: [aFact(587)],
      events: [anEvent({ destinationIp: null, destinationPort: null })],
    }),
    history: EXIT,
    verdict: "port-allowed",
  },
  {
    name: "a feedback report that accuses another address than its Source-IP implies no port",
    complaint: aComplaint({
      format: "arf",
      evidenceText: "Source-IP: 203.0.113.50\n",
      events: [anEvent({ destinationIp: null, destinationPort: null })],
    }),
    history: EXIT,
    verdict: "cannot-tell",
  },
  {
    name: "a Source-IP line in some other report implies no port",
    complaint: aComplaint({
      evidenceText: "Source-IP: 192.0.2.7\n",
      events: [anEvent({ destinationIp: null, destinationPort: null })],
    }),
    history: EXIT,
    verdict: "cannot-tell",
  },
];
