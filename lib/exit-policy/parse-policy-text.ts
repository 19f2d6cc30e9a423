import type { Ip } from "../net/ip.ts";
import { parseDescriptorPolicy } from "./parse-descriptor-policy.ts";
import { parseItem } from "./parse-item.ts";
import { parseSummaryPolicy } from "./parse-summary-policy.ts";
import { parseTorrcPolicy, type TorrcOptions } from "./parse-torrc-policy.ts";
import type { ParsedPolicy, PolicyProblem, Rule } from "./policy.ts";

export type PolicyForm = "torrc" | "items" | "descriptor" | "full" | "summary" | "unknown";

/**
 * Reads a policy in whatever form it is at hand: a torrc or fragment, a server descriptor or its accept and reject lines,
 * tor's own `GETINFO exit-policy/full`, bare rules as they stand after ExitPolicy, or `p` and `p6` lines. Text that is
 * none of these is refused.
 */
export function parsePolicyText(
  lines: readonly string[],
  relayAddresses: readonly Ip[] = [],
  options: TorrcOptions = {},
): ParsedPolicy & { form: PolicyForm } {
  const form = policyForm(lines);
  switch (form) {
    case "torrc":
      return { form, ...parseTorrcPolicy(lines, relayAddresses, options) };
    case "items":
      return { form, ...parseTorrcPolicy(asTorrc(lines), relayAddresses, options) };
    case "descriptor":
      return { form, ...parseDescriptorPolicy(lines) };
    case "full":
      return { form, ...parseFullPolicy(lines) };
    case "summary":
      return { form, ...parseSummaryPolicy(summaryLines(lines)) };
    case "unknown":
      return { form, policy: null, problems: [notAPolicy()] };
  }
}

const TORRC =
  /^\s*[+/]?(?:Exit(?:Policy|Relay)|IPv6Exit|ReducedExitPolicy|BridgeRelay|ORPort|ORListenAddress|SocksPort|Nickname)/i;
const DESCRIPTOR = /^(?:router |ipv6-policy |published )/;
const RULE = /^\s*(?:opt[ \t]+)?(?:accept|reject)6?[ \t]/;
const RULE6 = /^\s*(?:accept6|reject6)[ \t]/;
const TORRC_ONLY = /^\s*(?:opt[ \t]+)?(?:accept|reject)[ \t]+(?:\*[46]|\[)/;
const SUMMARY = /^p6? (?:accept|reject) /;

/** Which form the lines have, by the first kind of line that only one form has. */
export function policyForm(lines: readonly string[]): PolicyForm {
  if (lines.some((line) => DESCRIPTOR.test(line))) return "descriptor";
  if (lines.some((line) => TORRC.test(line))) return "torrc";
  if (lines.some((line) => SUMMARY.test(line))) return "summary";
  if (lines.some((line) => RULE6.test(line))) return isDump(lines) ? "full" : "items";
  if (lines.some((line) => TORRC_ONLY.test(line))) return "items";
  if (lines.some((line) => RULE.test(line))) return "descriptor";
  return "unknown";
}

/** tor closes both families in its dump; there `*` is IPv4 only, in a rule somebody wrote it is both. */
function isDump(lines: readonly string[]): boolean {
  const closes = (six: string) =>
    lines.some((line) => new RegExp(`^\\s*(?:accept|reject)${six} \\*:\\*\\s*$`).test(line));
  return closes("") && closes("6");
}

/** Bare rules are a whole policy: first match wins, no match accepts. Each keeps the number of its line. */
export function asTorrc(lines: readonly string[]): string[] {
  const rules = lines.map((line) => (RULE.test(line) ? `ExitPolicy ${line.trim()}` : ""));
  const base = ["ExitRelay 1", "IPv6Exit 1", "ExitPolicyRejectPrivate 0"];
  return [...rules, "ExitPolicy accept *:*", ...base];
}

/** tor's dump of an effective policy: rules only, nothing to add; `accept6 *:80` is how it writes IPv6. */
function parseFullPolicy(lines: readonly string[]): ParsedPolicy {
  const problems: PolicyProblem[] = [];
  const rules = lines.flatMap((line, index): Rule[] => {
    if (line.trim() === "" || line.trimStart().startsWith("#")) return [];
    const parsed = parseItem(line, "descriptor", `line ${index + 1}`);
    if ("rules" in parsed) return parsed.rules;
    const text = `line ${index + 1}: ${parsed.flaw}`;
    problems.push({ code: "policy-item-refused", effect: "refused", text, line: index + 1 });
    return [];
  });
  if (problems.length > 0) return { policy: null, problems };
  return { policy: { rules, summary4: null, summary6: null }, problems };
}

function summaryLines(lines: readonly string[]): { p: string | null; p6: string | null } {
  const find = (keyword: string) =>
    lines.find((line) => line.startsWith(keyword))?.slice(keyword.length) ?? null;
  return { p: find("p "), p6: find("p6 ") };
}

function notAPolicy(): PolicyProblem {
  const text =
    'no exit policy found; give torrc lines ("ExitPolicy ...") or descriptor lines ("accept ...", "reject ...")';
  return { code: "no-policy", effect: "refused", text, line: null };
}
