import type { Ip } from "../net/ip.ts";
import { ipFamily } from "../net/ip.ts";
import type { Port } from "../net/port.ts";
import type { Budget } from "./cover-together.ts";
import { assembleTorrc } from "./parse-torrc-policy.ts";
import type { Policy, PolicyProblem, Rule } from "./policy.ts";
import { comparisonBudget, type PolicyDifference, policyDifference } from "./policy-difference.ts";
import { covers, intersects } from "./rule.ts";
import { withSummaryRules } from "./summary-rules.ts";

/** One typed line. `effect` is what it changes where the lines above it are in force already. */
export type ProposedLine = {
  /** In the typed text, from 1. */
  line: number;
  /** As it stands in a torrc: `ExitPolicy reject *:22`. */
  text: string;
  effect: "closes" | "opens" | "both" | "nothing";
  /** For `nothing`: what decides it already. */
  why: string | null;
};
export type Proposed = {
  /** Null when tor would refuse the lines; a problem says why. */
  after: Policy | null;
  lines: ProposedLine[];
  difference: PolicyDifference | null;
  problems: PolicyProblem[];
};

const MAX_LINES = 100;

/**
 * The policy with the typed lines put in front of what the operator wrote, behind what tor itself puts first (private
 * networks, the relay's own address). Lines may stand with or without `ExitPolicy` before them. Never throws.
 */
export function proposeLines(base: Policy, text: string): Proposed {
  const written = text.split("\n").slice(0, MAX_LINES).map(asOption);
  const { rules, problems } = assembleTorrc([...written, ...FRAME], []);
  if (rules === null) return { after: null, lines: [], difference: null, problems };
  const ground = withSummaryRules(base);
  const budget = comparisonBudget();
  let policy = ground;
  const lines: ProposedLine[] = [];
  const inFront: Rule[] = [];
  for (const [index, line] of written.entries()) {
    const own = rules.filter(({ origin }) => origin === `ExitPolicy (line ${index + 1})`);
    if (own.length === 0) continue;
    inFront.push(...own.map((rule) => ({ ...rule, origin: `proposed line ${index + 1}` })));
    const next = withInFront(ground, inFront);
    lines.push({ line: index + 1, text: line, ...effectOf(policy, next, own, budget) });
    policy = next;
  }
  if (lines.length === 0) problems.push(nothingTyped());
  const after = lines.length === 0 ? null : policy;
  return { after, lines, difference: after && policyDifference(ground, after), problems };
}

/** The lines to propose about one target, the narrowest first: each closes more than the one before it. */
export function linesAgainst(ip: Ip | null, port: Port | null): string[] {
  const address = ip !== null && ipFamily(ip) === 6 ? `[${ip}]` : ip;
  return [
    ...(address !== null && port !== null ? [`reject ${address}:${port}`] : []),
    ...(address !== null ? [`reject ${address}:*`] : []),
    ...(port !== null ? [`reject *:${port}`] : []),
  ];
}

/** Behind the typed lines, so that theirs keep their numbers. */
const FRAME = ["ExitRelay 1", "IPv6Exit 1", "ExitPolicyRejectPrivate 0", "ExitPolicy accept *:*"];

function asOption(line: string): string {
  const text = line.trim().slice(0, 2_000);
  if (text === "" || text.startsWith("#")) return "";
  return /^ExitPolicy\s/i.test(text) ? text : `ExitPolicy ${text}`;
}

/** What tor puts first stays first; in a descriptor that is the run of networks closed at every port. */
function withInFront(base: Policy, rules: readonly Rule[]): Policy {
  const at = base.rules.findIndex((rule) => !isForced(rule));
  const place = at < 0 ? base.rules.length : at;
  return {
    rules: [...base.rules.slice(0, place), ...rules, ...base.rules.slice(place)],
    summary4: null,
    summary6: null,
  };
}

const FORCED = /^(?:IPv6Exit 0|ExitPolicyReject\w+|the relay's own address)$/;

function isForced({ origin, accept, prefix, minPort, maxPort }: Rule): boolean {
  if (FORCED.test(origin)) return true;
  const network = !accept && prefix > 0 && minPort <= 1 && maxPort === 65535;
  return network && origin.startsWith("descriptor");
}

function effectOf(
  before: Policy,
  after: Policy,
  own: readonly Rule[],
  budget: Budget,
): Omit<ProposedLine, "line" | "text"> {
  const { closed, opened } = policyDifference(before, after, budget);
  if (closed.length > 0 && opened.length > 0) return { effect: "both", why: null };
  if (closed.length > 0) return { effect: "closes", why: null };
  if (opened.length > 0) return { effect: "opens", why: null };
  return { effect: "nothing", why: whoDecides(before, own) };
}

function whoDecides(before: Policy, own: readonly Rule[]): string {
  const alone = own.map((one) => before.rules.find((rule) => covers(rule, one)));
  const named = quoted(alone.filter((rule) => rule !== undefined));
  if (!alone.includes(undefined)) {
    return `${named.join(", ")} ${named.length === 1 ? "decides" : "decide"} all of it already`;
  }
  const touching = quoted(before.rules.filter((rule) => own.some((one) => intersects(rule, one))));
  if (touching.length === 0) return "no line closes it, and what no line closes is open already";
  return `${touching.slice(0, 4).join(", ")} decide it in the same way already`;
}

/** A line for both families is one line. */
function quoted(rules: readonly Rule[]): string[] {
  const names = rules.map(
    ({ text, origin }) => `"${text.replace(/^(accept|reject)6 \*:/, "$1 *:")}" from ${origin}`,
  );
  return [...new Set(names)];
}

function nothingTyped(): PolicyProblem {
  const text = "there is no line; write one such as reject *:22";
  return { code: "no-policy", effect: "refused", text, line: null };
}
