import { aComplaint, aFact, anEvent } from "./a-complaint.ts";
import { aHistory, aPolicy, aRelay, aTenure, ORIGIN } from "./a-relay.ts";
import { about, EXIT, MIDDLE, type Situation } from "./check-situations.ts";

const torrc = (...lines: string[]) => aHistory(aRelay({ policies: [aPolicy(lines)] }));
const described = (...lines: string[]) =>
  aHistory(aRelay({ policies: [aPolicy(lines, ORIGIN, null, "descriptor")] }));
const V6 = "2001:db8:7::7";
const atV6 = (...lines: string[]) =>
  aHistory(aRelay({ tenures: [aTenure("192.0.2.7"), aTenure(V6)], policies: [aPolicy(lines)] }));

export const DESTINATION_SITUATIONS: Situation[] = [
  {
    name: "a swarm port at a middle relay",
    complaint: about({ sourcePort: 34890, destinationIp: null, destinationPort: null }),
    history: MIDDLE,
    verdict: "port-rejected",
    findings: { role: "no" },
  },
  {
    name: "our ephemeral port 25 to their 443",
    complaint: about({ sourcePort: 25, destinationPort: 443 }),
    history: EXIT,
    verdict: "port-allowed",
  },
  {
    name: "their name only: port 25 is closed everywhere",
    complaint: about({ destinationIp: null, destinationPort: 25 }),
    history: EXIT,
    verdict: "port-rejected",
    rule: "reject *:25",
  },
  {
    name: "their name only, and one network is closed for the port",
    complaint: about({ destinationIp: null, destinationPort: 22 }),
    history: torrc("ExitPolicy reject 198.51.100.0/24:22, accept *:22, reject *:*"),
    verdict: "cannot-tell",
    findings: { policy: "unknown" },
  },
  {
    name: "a mail service: four ports are possible, one is closed",
    complaint: aComplaint({
      events: [anEvent({ destinationPort: null })],
      destinationPorts: [aFact(25), aFact(465), aFact(587), aFact(143)],
    }),
    history: EXIT,
    verdict: "port-allowed",
    findings: { policy: "no" },
    never: /rejected .*:587/,
  },
  {
    name: "backscatter: spam said to come from port 25 clients, closed",
    complaint: about({ destinationPort: 25, destinationIp: null, protocol: "unknown" }),
    history: EXIT,
    verdict: "port-rejected",
  },
  {
    name: "a private destination",
    complaint: about({ destinationIp: "10.1.2.3", destinationPort: 80 }),
    history: EXIT,
    verdict: "port-rejected",
    rule: "reject 10.0.0.0/8:*",
  },
  {
    name: "shared address space is not private for tor",
    complaint: about({ destinationIp: "100.64.1.1", destinationPort: 80 }),
    history: EXIT,
    verdict: "port-allowed",
  },
  {
    name: "the destination is the relay itself",
    complaint: about({ destinationIp: "192.0.2.7", destinationPort: 80 }),
    history: EXIT,
    verdict: "port-rejected",
  },
  {
    name: "the destination is another address of the same machine, which tor does not reject by default",
    complaint: about({ destinationIp: "192.0.2.77", destinationPort: 80 }),
    history: aHistory(aRelay({ tenures: [aTenure("192.0.2.7"), aTenure("192.0.2.77")] })),
    verdict: "cannot-tell",
  },
  {
    name: "the destination is another address of the machine and local interfaces are closed",
    complaint: about({ destinationIp: "192.0.2.77", destinationPort: 80 }),
    history: aHistory(
      aRelay({
        tenures: [aTenure("192.0.2.7"), aTenure("192.0.2.77")],
        policies: [aPolicy(["ExitRelay 1", "ExitPolicyRejectLocalInterfaces 1"])],
      }),
    ),
    verdict: "port-rejected",
  },
  {
    name: "IPv6 destination, IPv6Exit 0",
    complaint: about({ sourceIp: V6, destinationIp: "2001:db8:ffff::1", destinationPort: 443 }),
    history: atV6("ExitRelay 1"),
    verdict: "port-rejected",
    rule: "reject6 *:*",
  },
  {
    name: "IPv6 destination, IPv6Exit 1",
    complaint: about({ sourceIp: V6, destinationIp: "2001:db8:ffff::1", destinationPort: 443 }),
    history: atV6("ExitRelay 1", "IPv6Exit 1"),
    verdict: "port-allowed",
  },
  {
    name: "IPv6 destination, a descriptor that says nothing of IPv6",
    complaint: about({ sourceIp: V6, destinationIp: "2001:db8:ffff::1", destinationPort: 443 }),
    history: aHistory(
      aRelay({
        tenures: [aTenure(V6)],
        policies: [aPolicy(["accept *:*"], ORIGIN, null, "descriptor")],
      }),
    ),
    verdict: "cannot-tell",
    findings: { policy: "unknown" },
  },
  {
    name: "IPv6 destination, a descriptor's port summary is only probable",
    complaint: about({ sourceIp: V6, destinationIp: "2001:db8:ffff::1", destinationPort: 22 }),
    history: aHistory(
      aRelay({
        tenures: [aTenure(V6)],
        policies: [
          aPolicy(["accept *:*", "ipv6-policy accept 80,443"], ORIGIN, null, "descriptor"),
        ],
      }),
    ),
    verdict: "cannot-tell",
    findings: { policy: "unknown" },
    never: /policy .* rejected \[/,
  },
  {
    name: "no line of a descriptor matches: accepted",
    complaint: about({ destinationPort: 8080 }),
    history: described("reject *:25"),
    verdict: "port-allowed",
  },
  {
    name: "a relay talks to other relays: their ORPort is no matter of the exit policy",
    complaint: about({ destinationPort: 9001 }),
    history: MIDDLE,
    verdict: "port-rejected",
    says: /other relays/,
  },
];
