import { aHistory, aPolicy, aRelay } from "./a-relay.ts";
import { about, EXIT, MIDDLE, type Situation } from "./check-situations.ts";

const REDUCED = aHistory(aRelay({ policies: [aPolicy(["ReducedExitPolicy 1", "ExitRelay 1"])] }));
const torrc = (...lines: string[]) => aHistory(aRelay({ policies: [aPolicy(lines)] }));

export const ROLE_SITUATIONS: Situation[] = [
  {
    name: "spoofed SYNs to port 22 blamed on a middle relay",
    complaint: about({ synOnly: true }),
    history: MIDDLE,
    verdict: "port-rejected",
    rule: "reject *:*",
    findings: { role: "no", protocol: "no" },
    never: /was an exit relay/,
  },
  {
    name: "a torrc without a word about exiting is no exit",
    complaint: about({}),
    history: torrc("ORPort 9001", "Nickname relay7"),
    verdict: "port-rejected",
    rule: "reject *:*",
    findings: { role: "no" },
  },
  {
    name: "ExitRelay 0 with lines tor would not take elsewhere",
    complaint: about({}),
    history: torrc("ExitRelay 0", "ExitPolicy accept *:99999"),
    verdict: "port-rejected",
    rule: "reject *:*",
  },
  {
    name: "a policy tor refuses to start with proves nothing",
    complaint: about({ destinationPort: 25 }),
    history: torrc("ExitRelay 1", "ExitPolicy accept *:99999"),
    verdict: "cannot-tell",
    findings: { policy: "unknown", role: "unknown" },
  },
  {
    name: "a bridge with ExitPolicy lines but no own end appends reject",
    complaint: about({ destinationPort: 443 }),
    history: torrc("BridgeRelay 1", "ExitRelay 1", "ExitPolicy accept *:80"),
    verdict: "port-rejected",
  },
  {
    name: "reduced policy: mail is closed by its end",
    complaint: about({ destinationPort: 25 }),
    history: REDUCED,
    verdict: "port-rejected",
    rule: "reject *:*",
    findings: { role: "yes" },
  },
  {
    name: "reduced policy: ssh is open",
    complaint: about({ destinationPort: 22 }),
    history: REDUCED,
    verdict: "port-allowed",
  },
  {
    name: "reduced policy: a Monero port depends on the version of tor, which the torrc does not say",
    complaint: about({ destinationPort: 18081 }),
    history: REDUCED,
    verdict: "cannot-tell",
    findings: { policy: "unknown" },
  },
  {
    name: "submission is not what the default policy closes",
    complaint: about({ destinationPort: 587 }),
    history: EXIT,
    verdict: "port-allowed",
  },
  {
    name: "an exit for one network only, port 22, victim elsewhere",
    complaint: about({}),
    history: torrc("ExitPolicy accept 203.0.113.0/24:22, reject *:*"),
    verdict: "port-rejected",
    findings: { role: "yes" },
  },
];
