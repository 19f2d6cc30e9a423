import { aComplaint, aFact, anEvent, aTime } from "./a-complaint.ts";
import { aHistory, anUptime, aPolicy, aRelay, aTenure, ORIGIN } from "./a-relay.ts";
import { about, DAY, EXIT, FLIP, SECOND, type Situation } from "./check-situations.ts";

const V6 = "2001:db8:7::7";
const atV6 = (...lines: string[]) =>
  aHistory(aRelay({ tenures: [aTenure("192.0.2.7"), aTenure(V6)], policies: [aPolicy(lines)] }));

export const ADDRESS_SITUATIONS: Situation[] = [
  {
    name: "the address went from an exit to a middle relay before the event",
    complaint: about({ time: aTime("2026-02-03T13:00:00Z"), destinationPort: 443 }),
    history: aHistory(
      aRelay({ tenures: [aTenure("192.0.2.7", ORIGIN, FLIP)] }),
      aRelay({
        ...SECOND,
        tenures: [aTenure("192.0.2.7", FLIP)],
        policies: [aPolicy(["ExitRelay 0"])],
      }),
    ),
    verdict: "port-rejected",
    findings: { role: "no" },
    never: /relay7 (held|was)/,
  },
  {
    name: "the address went over inside the day, from an exit to a middle relay",
    complaint: about({ time: DAY, destinationPort: 443 }),
    history: aHistory(
      aRelay({ tenures: [aTenure("192.0.2.7", ORIGIN, FLIP)] }),
      aRelay({
        ...SECOND,
        tenures: [aTenure("192.0.2.7", FLIP)],
        policies: [aPolicy(["ExitRelay 0"])],
      }),
    ),
    verdict: "cannot-tell",
  },
  {
    name: "given up inside the day and never let anything out",
    complaint: about({ time: DAY }),
    history: aHistory(
      aRelay({
        tenures: [aTenure("192.0.2.7", ORIGIN, FLIP)],
        policies: [aPolicy(["ExitRelay 0"])],
      }),
    ),
    verdict: "cannot-tell",
  },
  {
    name: "the address exit traffic leaves from, beside the one announced",
    complaint: about({ sourceIp: "192.0.2.77", destinationPort: 443 }),
    history: aHistory(aRelay({ tenures: [aTenure("192.0.2.7"), aTenure("192.0.2.77")] })),
    verdict: "port-allowed",
  },
  {
    name: "a /24 with one relay of ours in it, closed port",
    complaint: aComplaint({
      accused: [aFact("192.0.2.0/24")],
      events: [anEvent({ sourceIp: null, destinationPort: 25 })],
    }),
    history: EXIT,
    verdict: "port-rejected",
    says: /192\.0\.2\.7|relay7/,
  },
  {
    name: "a /24 of strangers",
    complaint: aComplaint({ accused: [aFact("203.0.113.0/24")] }),
    history: EXIT,
    verdict: "not-our-ip",
  },
  {
    name: "a /64 over IPv6 with an exit that does no IPv6",
    complaint: aComplaint({
      accused: [aFact("2001:db8:7::/64")],
      events: [anEvent({ sourceIp: null, destinationIp: "2001:db8:ffff::1" })],
    }),
    history: atV6("ExitRelay 1"),
    verdict: "port-rejected",
    rule: "reject6 *:*",
  },
  {
    name: "a mapped address in a log is the IPv4 address",
    complaint: about({ sourceIp: "::ffff:192.0.2.7", destinationPort: 25 }),
    history: EXIT,
    verdict: "port-rejected",
  },
  {
    name: "two relays at one address, one of them lets it out",
    complaint: about({ destinationPort: 443 }),
    history: aHistory(aRelay({ policies: [aPolicy(["ExitRelay 0"])] }), aRelay(SECOND)),
    verdict: "port-allowed",
  },
  {
    name: "two relays at one address, nothing known of the second's policy",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(aRelay(), aRelay({ ...SECOND, policies: [] })),
    verdict: "cannot-tell",
  },
  {
    name: "two relays at one address, the open one was down",
    complaint: about({ destinationPort: 443 }),
    history: aHistory(
      aRelay({ policies: [aPolicy(["ExitRelay 0"])] }),
      aRelay({ ...SECOND, uptime: [anUptime(ORIGIN, "2026-02-01T00:00:00Z")] }),
    ),
    verdict: "port-rejected",
  },
];
