import { expect, test } from "vitest";
import type { Verdict } from "../evidence/verdict.ts";
import type { RelayHistory } from "../relays/history.ts";
import { aHistory, aPolicy, aRelay, ORIGIN } from "../testing/a-relay.ts";
import { triageMail } from "./triage-mail.ts";

const EXIT = aHistory(aRelay());
const MIDDLE = aHistory(aRelay({ policies: [aPolicy(["ExitRelay 0"])] }));
const REDUCED = aHistory(aRelay({ policies: [aPolicy(["ExitRelay 1", "ReducedExitPolicy 1"])] }));
const WEB = aHistory(
  aRelay({ policies: [aPolicy(["ExitPolicy accept *:80,accept *:443,reject *:*"])] }),
);

/** An exit until `at`, no exit from then on. */
function closedAt(at: string): RelayHistory {
  const before = aPolicy(["ExitRelay 1"], ORIGIN, at);
  return aHistory(aRelay({ policies: [before, aPolicy(["ExitRelay 0"], at)] }));
}

type Trap = {
  name: string;
  mail: string[];
  history: RelayHistory;
  verdict: Verdict;
  says?: RegExp;
  never?: RegExp;
};

/** From the letter to the verdict: what misleads a reader must not mislead the desk. Every letter is made up. */
const TRAPS: Trap[] = [
  {
    name: "a columnar scan log: the port behind the arrow is theirs, the other one is ours",
    mail: [
      "Subject: Netscan detected from host 192.0.2.7",
      "",
      "time                protocol src_ip src_port          dest_ip dest_port",
      "Tue Feb  3 04:05:06 2026 TCP     192.0.2.7 443   => 198.51.100.20   445",
      "Tue Feb  3 04:05:06 2026 TCP     192.0.2.7 443   => 198.51.100.21   445",
    ],
    history: EXIT,
    verdict: "port-rejected",
    says: /445/,
  },
  {
    name: "the same log at a web-only exit: our port 443 opens nothing",
    mail: [
      "Subject: Netscan detected from host 192.0.2.7",
      "",
      "time                protocol src_ip src_port          dest_ip dest_port",
      "Tue Feb  3 04:05:06 2026 TCP     192.0.2.7 443   => 198.51.100.20   3389",
    ],
    history: WEB,
    verdict: "port-rejected",
  },
  {
    name: "REMOTE_PORT of a web report is ours, though a policy that looked at it would close it",
    mail: [
      "Subject: SQL injection attempt",
      "",
      "2026-02-03T04:05:06Z attack on https://shop.example/index.php?id=1",
      "Remote connection: 192.0.2.7:25",
      "REMOTE_PORT: 25",
    ],
    history: EXIT,
    verdict: "cannot-tell",
    says: /port 25 is on the accused side/,
    never: /rejected/,
  },
  {
    name: "a swarm port of a copyright notice meets no policy, though it would close it",
    mail: [
      "Subject: Notice of claimed infringement",
      "",
      "Protocol: BitTorrent",
      "IP Address: 192.0.2.7",
      "Port: 6881",
      "Timestamp: 2026-02-03T04:05:06Z",
      "Title: The Invented Film",
    ],
    history: EXIT,
    verdict: "cannot-tell",
    never: /rejected/,
  },
  {
    name: "a sinkhole feed over UDP cannot be Tor, though the port is open",
    mail: [
      "Subject: Infected system report",
      "",
      '"timestamp","ip","port","protocol","dst_ip","dst_port","infection"',
      '"2026-02-03 04:05:06","192.0.2.7",2005,"udp","198.51.100.20",16465,"somebot"',
    ],
    history: EXIT,
    verdict: "not-tor-traffic",
  },
  {
    name: "forged SYNs and a relay that is no exit",
    mail: [
      "Subject: port scan",
      "",
      "Times are GMT+8.",
      "2026-02-03 12:05:06 DENIED TCP SYN 192.0.2.7:61234 -> 198.51.100.20:22",
    ],
    history: MIDDLE,
    verdict: "port-rejected",
    never: /Tor user|was an exit/,
  },
  {
    name: "a firewall's drop log and an exit that allows the port: no proof for anybody",
    mail: [
      "Subject: port scan",
      "",
      "2026-02-03T04:05:06Z fw kernel: DROP IN=eth0 OUT= SRC=192.0.2.7 DST=198.51.100.20 PROTO=TCP SPT=61234 DPT=22 SYN URGP=0",
    ],
    history: EXIT,
    verdict: "port-allowed",
    never: /cannot have|was not traffic/,
  },
  {
    name: "the event's time counts, not the report's: the policy closed between them",
    mail: [
      "Date: Tue, 03 Feb 2026 17:00:00 +0000",
      "Subject: brute force",
      "",
      "Reported: 2026-02-03T16:42:51Z",
      "2026-02-03T04:05:06Z sshd[812]: Failed password for root from 192.0.2.7 port 40022 ssh2",
    ],
    history: closedAt("2026-02-03T10:00:00Z"),
    verdict: "port-allowed",
  },
  {
    name: "a log without a zone on the day the policy closed",
    mail: [
      "Date: Wed, 04 Feb 2026 17:00:00 +0000",
      "Subject: brute force from 192.0.2.7",
      "",
      "2026-02-03 12:00:06 sshd[812]: Failed password for root from 192.0.2.7 port 40022 ssh2",
    ],
    history: closedAt("2026-02-03T12:30:00Z"),
    verdict: "cannot-tell",
  },
  {
    name: "a zone in a sentence moves the event before the change",
    mail: [
      "Date: Wed, 04 Feb 2026 17:00:00 +0000",
      "Subject: brute force",
      "",
      "All times are in GMT+8.",
      "2026-02-03 12:05:06 sshd[812]: Failed password for root from 192.0.2.7 port 40022 ssh2",
    ],
    history: closedAt("2026-02-03T05:00:00Z"),
    verdict: "port-allowed",
  },
  {
    name: "a defanged network with one of ours in it, and no time",
    mail: [
      "Subject: [Abuse #QX] Spam",
      "",
      "Please stop the bots of 192[.]0[.]2[.]0/28:",
      "[20:16] spamfilter hit by x!y@192[.]0[.]2[.]7 on #invented",
    ],
    history: REDUCED,
    verdict: "cannot-tell",
    never: /never held/,
  },
  {
    name: "caret-obfuscated victim, a database port the reduced policy closes",
    mail: [
      "Subject: scan report",
      "",
      "2026-02-03T04:05:06Z TCP 192.0.2.7:50001 -> 198^51^100^20:1433",
    ],
    history: REDUCED,
    verdict: "port-rejected",
    says: /1433/,
  },
  {
    name: "an event in the hour before the relay was ours",
    mail: [
      "Subject: brute force",
      "",
      "2025-12-31T23:05:06Z sshd[812]: Failed password for root from 192.0.2.7 port 40022 ssh2",
    ],
    history: EXIT,
    verdict: "cannot-tell",
  },
  {
    name: "a stranger's address, ours only in the recipient's line",
    mail: [
      "Subject: brute force from 203.0.113.77",
      "",
      "2026-02-03T04:05:06Z sshd[812]: Failed password for root from 203.0.113.77 port 40022 ssh2",
    ],
    history: EXIT,
    verdict: "not-our-ip",
  },
];

test.each(TRAPS)("$name", async ({ mail, history, verdict, says = /^/, never }) => {
  const headers = ["From: Nora <nora@shop.example>", "To: abuse@operator.example"];
  const date = mail.some((line) => line.startsWith("Date:"))
    ? []
    : ["Date: Tue, 03 Feb 2026 18:00:00 +0000"];
  const raw = new TextEncoder().encode([...headers, ...date, ...mail].join("\r\n"));
  const { evidence, complaint } = await triageMail(raw, {
    history,
    templates: [],
    operator: {
      name: "Ida",
      signature: "Ida",
      jurisdiction: "",
      noticeUrl: null,
      logStatement: null,
      counsel: null,
    },
    receivedAt: Date.parse("2026-02-05T00:00:00Z"),
  });
  expect(evidence.verdict, `${evidence.summary} ${JSON.stringify(complaint.events)}`).toBe(verdict);
  expect(evidence.summary).toMatch(says);
  if (never !== undefined) expect(evidence.summary).not.toMatch(never);
});
