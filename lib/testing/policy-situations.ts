import { aHistory, aPolicy, aRelay, aTenure } from "./a-relay.ts";
import { about, EXIT, MIDDLE, NON_EXIT, type Situation, WEB_EXIT } from "./check-situations.ts";

export const POLICY_SITUATIONS: Situation[] = [
  {
    name: "SSH log, default policy: the last line of the default policy allowed it",
    complaint: about({}),
    history: EXIT,
    verdict: "port-allowed",
    rule: "accept *:*",
    findings: { time: "yes", tenure: "yes", role: "yes", policy: "yes", protocol: "yes" },
    says: /relay7 at 2026-02-03 04:05:06 UTC allowed 198\.51\.100\.20:22 by the line `accept \*:\*`/,
  },
  {
    name: "spam at port 25 under the default policy",
    complaint: about({ destinationPort: 25 }),
    history: EXIT,
    verdict: "port-rejected",
    rule: "reject *:25",
    findings: { role: "yes", policy: "no" },
    says: /rejected 198\.51\.100\.20:25 by the line `reject \*:25`/,
  },
  {
    name: "submission at 587 is open in the default policy, so no word about blocking mail",
    complaint: about({ destinationPort: 587 }),
    history: EXIT,
    verdict: "port-allowed",
    rule: "accept *:*",
  },
  {
    name: "a web-only exit and an SSH complaint",
    complaint: about({}),
    history: WEB_EXIT,
    verdict: "port-rejected",
    rule: "reject *:*",
    findings: { role: "yes", policy: "no" },
  },
  {
    name: "a web-only exit and a web attack",
    complaint: about({ destinationPort: 443 }),
    history: WEB_EXIT,
    verdict: "port-allowed",
    rule: "accept *:443",
  },
  {
    name: "a relay that is no exit",
    complaint: about({}),
    history: MIDDLE,
    verdict: "port-rejected",
    rule: "reject *:*",
    findings: { role: "no", policy: "no" },
    says: /was not an exit relay at 2026-02-03 04:05:06 UTC/,
  },
  {
    name: "a torrc without any exit option is no exit: ExitRelay auto",
    complaint: about({}),
    history: aHistory(aRelay({ policies: [aPolicy(["BridgeRelay 0"])] })),
    verdict: "port-rejected",
    findings: { role: "no" },
  },
  {
    name: "the victim's network was rejected before the event",
    complaint: about({}),
    history: aHistory(
      aRelay({ policies: [aPolicy(["ExitPolicy reject 198.51.100.0/24:*,accept *:*"])] }),
    ),
    verdict: "port-rejected",
    rule: "reject 198.51.100.0/24:*",
  },
  {
    name: "the user's last line decides: without *:* the default policy is appended",
    complaint: about({ destinationPort: 6667 }),
    history: aHistory(aRelay({ policies: [aPolicy(["ExitPolicy accept *:80"])] })),
    verdict: "port-allowed",
    rule: "accept *:*",
  },
  {
    name: "the reduced policy leaves IRC over TLS open",
    complaint: about({ destinationPort: 6697 }),
    history: aHistory(aRelay({ policies: [aPolicy(["ReducedExitPolicy 1"])] })),
    verdict: "port-allowed",
    rule: "accept *:6697",
  },
  {
    name: "a signed descriptor is exact for IPv4",
    complaint: about({ destinationPort: 25 }),
    history: aHistory(
      aRelay({
        policies: [aPolicy(["reject *:25", "accept *:*"], undefined, null, "descriptor")],
      }),
    ),
    verdict: "port-rejected",
    rule: "reject *:25",
  },
  {
    name: "a descriptor whose rules end: no match is accepted",
    complaint: about({ destinationPort: 26 }),
    history: aHistory(
      aRelay({ policies: [aPolicy(["reject *:25"], undefined, null, "descriptor")] }),
    ),
    verdict: "port-allowed",
    says: /because no line of the policy matches it/,
  },
  {
    name: "a descriptor says only a port summary about IPv6",
    complaint: about({ sourceIp: "2001:db8::7", destinationIp: "2001:db8:1::20" }),
    history: aHistory(
      aRelay({
        tenures: [aTenure("2001:db8::7")],
        policies: [
          aPolicy(
            ["accept *:22", "reject *:*", "ipv6-policy reject 22"],
            undefined,
            null,
            "descriptor",
          ),
        ],
      }),
    ),
    verdict: "cannot-tell",
    findings: { role: "yes", policy: "unknown" },
    says: /port summary/,
  },
  {
    name: "IPv6 with IPv6Exit 0: tor lets no IPv6 out whatever the lines say",
    complaint: about({ sourceIp: "2001:db8::7", destinationIp: "2001:db8:1::20" }),
    history: aHistory(aRelay({ tenures: [aTenure("2001:db8::7")] })),
    verdict: "port-rejected",
    rule: "reject6 *:*",
  },
  {
    name: "IPv6 with IPv6Exit 1",
    complaint: about({ sourceIp: "2001:db8::7", destinationIp: "2001:db8:1::20" }),
    history: aHistory(
      aRelay({
        tenures: [aTenure("2001:db8::7")],
        policies: [aPolicy(["ExitRelay 1", "IPv6Exit 1"])],
      }),
    ),
    verdict: "port-allowed",
    rule: "accept6 *:*",
  },
  {
    name: "a recorded policy tor itself would refuse proves nothing",
    complaint: about({}),
    history: aHistory(aRelay({ policies: [aPolicy(["ExitPolicy accept *:99999"])] })),
    verdict: "cannot-tell",
    findings: { role: "unknown", policy: "unknown" },
    says: /does not accept the recorded policy/,
  },
  {
    name: "no policy is recorded at all",
    complaint: about({}),
    history: aHistory(aRelay({ policies: [] })),
    verdict: "cannot-tell",
    findings: { tenure: "yes", role: "unknown", policy: "unknown" },
    says: /exit policy of relay7 at 2026-02-03 04:05:06 UTC is not known/,
  },
  {
    name: "the first known policy is later than the event",
    complaint: about({}),
    history: aHistory(aRelay({ policies: [aPolicy(NON_EXIT, "2026-02-10T00:00:00Z")] })),
    verdict: "cannot-tell",
    says: /the next one known is from 2026-02-10/,
  },
  {
    name: "two sources disagree about the policy at the same moment",
    complaint: about({}),
    history: aHistory(aRelay({ policies: [aPolicy(NON_EXIT), aPolicy(["ExitRelay 1"])] })),
    verdict: "cannot-tell",
    findings: { policy: "unknown", role: "unknown" },
    says: /did not give one answer/,
  },
];
