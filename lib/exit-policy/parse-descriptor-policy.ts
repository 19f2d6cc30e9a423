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
  const policyLines = lines
    .map((line, index) => ({ keyword: keywordOf(line), line, number: index + 1 }))
    .slice(0, MAX_LINES);
  const rules = policyLines
    .filter(({ keyword }) => /^(?:accept|reject)6?$/.test(keyword))
    .flatMap(({ line, number }) => readRule(line, number, problems));
  const ipv6 = policyLines.filter(({ keyword }) => keyword === "ipv6-policy");
  const summaries = ipv6.map(({ line, number }) => readIpv6(line, number, problems));
  if (ipv6.length > 1) problems.push(refusal("ipv6-policy appears twice", ipv6[1]?.number ?? null));
  if (rules.length === 0 && problems.length === 0) {
    problems.push(refusal("no accept or reject line; give the whole descriptor", null));
  }
  if (problems.some(({ effect }) => effect === "refused")) return { policy: null, problems };
  return {
    policy: { rules, summary4: null, summary6: summaries[0] ?? NOTHING_ACCEPTED },
    problems,
  };
}

/** The first word of a line, past the `opt` that old relays wrote before it. */
function keywordOf(line: string): string {
  const words = line
    .slice(0, 200)
    .trim()
    .split(/[ \t]+/, 2);
  return (words[0] === "opt" ? words[1] : words[0]) ?? "";
}

function readRule(line: string, number: number, problems: PolicyProblem[]): Rule[] {
  const text = line.trim();
  const parsed = parseItem(text, "descriptor", `descriptor (line ${number})`);
  if (!("rules" in parsed)) {
    problems.push(refusal(`"${cut(text)}": ${parsed.flaw}`, number));
    return [];
  }
  const isPrivate = parsed.rules.length > 2;
  if (
    /^(?:opt[ \t]+)?(?:accept|reject)6/.test(text) ||
    (!isPrivate && parsed.rules[0]?.family === 6)
  ) {
    problems.push(
      refusal(
        `"${cut(text)}": a descriptor's rules are IPv4 only; IPv6 belongs into ipv6-policy`,
        number,
      ),
    );
    return [];
  }
  // `private` may stand in a descriptor, but its IPv6 half decides nothing there.
  return parsed.rules.filter((rule) => rule.family === 4);
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
