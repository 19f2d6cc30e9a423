import { maskNetwork, networkContains } from "../net/cidr.ts";
import { ipFamily } from "../net/ip.ts";
import { type IpBits, ipBits } from "../net/ip-bits.ts";
import type { Port } from "../net/port.ts";
import { type Decision, decide, type Target } from "./decide.ts";
import type { PolicyRow } from "./explain-policy.ts";
import { parseTarget } from "./parse-target.ts";
import type { Policy, Rule } from "./policy.ts";

export type AskedProtocol = "tcp" | "udp" | "icmp";

/** The answer for one line of the question. `row` is the number of the deciding line of the explained policy. */
export type TargetVerdict = {
  asked: string;
  protocol: AskedProtocol;
} & (
  | { flaw: string }
  | { result: Decision["result"]; row: number | null; rule: string | null; why: string }
);

const MAX_TARGETS = 200;
const PROTOCOL = /^(.*[^ \t/]|)[ \t/]+(tcp|udp|icmp)$/i;

/**
 * Answers several targets, one a line: `192.0.2.7:25`, `[2001:db8::7]:443`, `*:22`, `mail.example:25`, each with `udp`,
 * `tcp` or `icmp` behind it if it is not TCP. A line that is no target gets a flaw and the others their answer.
 */
export function judgeTargets(
  { policy, rows }: { policy: Policy; rows: readonly PolicyRow[] },
  text: string,
): TargetVerdict[] {
  const lines = text.split(/[\n,;]/).map((line) => line.trim().slice(0, 300));
  return lines
    .filter((line) => line !== "")
    .slice(0, MAX_TARGETS)
    .map((line) => judge(policy, rows, line));
}

function judge(policy: Policy, rows: readonly PolicyRow[], line: string): TargetVerdict {
  const [, before, word] = PROTOCOL.exec(line) ?? [];
  const protocol = (word?.toLowerCase() ?? "tcp") as AskedProtocol;
  const asked = (before ?? line).replace(/[ \t]+/, ":");
  const parsed = parseTarget(asked);
  if ("flaw" in parsed) return { asked, protocol, ...parsed };
  if (protocol !== "tcp")
    return { asked, protocol, result: "reject", row: null, rule: null, why: NOT_TCP };
  const decision = decide(policy, parsed.target);
  const { result, rule } = decision;
  const row = decidingRow(policy, rows, parsed.target, decision);
  return { asked, protocol, result, row: row?.number ?? null, rule, why: reason(decision, row) };
}

const NOT_TCP =
  "Tor carries only TCP streams: this cannot have left through the relay, whatever its policy says.";

/**
 * The line that decides: the first that holds the target. tor drops a line whose work a later one does too, and so may
 * name the later one; who reads the lines looks for the first.
 */
function decidingRow(
  policy: Policy,
  rows: readonly PolicyRow[],
  { ip, port, family = 4 }: Target,
  { rule, origin }: Decision,
): PolicyRow | null {
  if (rule === null || port === 0) return null;
  const asked = ip === null ? family : ipFamily(ip);
  const bySummary = (asked === 4 ? policy.summary4 : policy.summary6) !== null;
  if (bySummary) return rows.find(({ text }) => text === rule) ?? null;
  const bits = ip === null ? null : ipBits(ip);
  if (bits !== null && port !== null)
    return rows.find((row) => row.rules.some((one) => holds(one, bits, port))) ?? null;
  const same = rows.filter((row) =>
    row.rules.some((one) => one.family === asked && one.text === rule && one.origin === origin),
  );
  return same.find(({ effect }) => effect !== "none") ?? same[0] ?? null;
}

function holds(
  { prefix, words, family, minPort, maxPort }: Rule,
  bits: IpBits,
  port: Port,
): boolean {
  const network = maskNetwork({ family, words }, prefix);
  return minPort <= port && port <= maxPort && networkContains(network, bits);
}

function reason({ why, rule, origin }: Decision, row: PolicyRow | null): string {
  if (why !== null) return why;
  if (rule === null) return origin ?? "No line matches, and then tor accepts.";
  return row === null ? rule : `Line ${row.number}: ${row.text}, from ${row.origin}`;
}
