import { parseItem } from "./parse-item.ts";
import { parseSummary } from "./parse-summary.ts";
import {
  NOTHING_ACCEPTED,
  type ParsedPolicy,
  type PolicyProblem,
  type PortSummary,
  type Rule,
} from "./policy.ts";

const MAX_LINES = 100_000;

/**
 * The policy of a server descriptor (dir-spec 2.1.1, 2.1.3; routerparse.c). `lines` may be the whole descriptor: lines
 * other than accept, reject and ipv6-policy are passed over. IPv4 is exact; IPv6 is only known as a port summary, and a
 * missing ipv6-policy line means that nothing is accepted. No match means accept. Never throws.
 */
export function parseDescriptorPolicy(lines: readonly string[]): ParsedPolicy {
  const problems: PolicyProblem[] = [];
  const rules: Rule[] = [];
  const summaries: (PortSummary | null)[] = [];
  for (let index = 0; index < Math.min(lines.length, MAX_LINES); index++) {
    const line = lines[index] ?? "";
    const keyword = POLICY_LINE.exec(line)?.[1];
    if (keyword === undefined) continue;
    if (keyword !== "ipv6-policy") addRule(rules, line, index + 1, problems);
    else summaries.push(readIpv6(line, index + 1, problems));
  }
  if (summaries.length > 1) problems.push(refusal("ipv6-policy appears more than once", null));
  if (rules.length === 0 && problems.length === 0) {
    problems.push(refusal("no accept or reject line; give the whole descriptor", null));
  }
  if (problems.some(({ effect }) => effect === "refused")) return { policy: null, problems };
  const summary6 = summaries[0] ?? NOTHING_ACCEPTED;
  return { policy: { rules, summary4: null, summary6 }, problems };
}

/** A line of the policy, also with the `opt` that old relays wrote before a keyword. */
const POLICY_LINE = /^[ \t]*(?:opt[ \t]+)?(accept6?|reject6?|ipv6-policy)(?:[ \t\r]|$)/;

function addRule(rules: Rule[], line: string, number: number, problems: PolicyProblem[]): void {
  const text = line.trim();
  const parsed = parseItem(text, "descriptor", `descriptor (line ${number})`);
  if (!("rules" in parsed)) {
    problems.push(refusal(`"${cut(text)}": ${parsed.flaw}`, number));
    return;
  }
  const isPrivate = parsed.rules.length > 1;
  if (!isPrivate && parsed.rules[0]?.family === 6) {
    const flaw = "a descriptor's rules are IPv4 only; IPv6 belongs into ipv6-policy";
    problems.push(refusal(`"${cut(text)}": ${flaw}`, number));
    return;
  }
  // `private` may stand in a descriptor, but its IPv6 half decides nothing there.
  for (const rule of parsed.rules) if (rule.family === 4) rules.push(rule);
}

function readIpv6(line: string, number: number, problems: PolicyProblem[]): PortSummary | null {
  const value = line.trim().replace(/^(?:opt[ \t]+)?ipv6-policy[ \t]*/, "");
  const parsed = parseSummary(value, `ipv6-policy ${value}`);
  problems.push(...parsed.problems.map((problem) => ({ ...problem, line: number })));
  return parsed.summary;
}

function refusal(text: string, line: number | null): PolicyProblem {
  const place = line === null ? "" : `line ${line}: `;
  const whole = `${place}${text} (tor discards the whole descriptor)`;
  return { code: "descriptor-refused", effect: "refused", text: whole, line };
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
