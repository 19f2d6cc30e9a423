import type { Ip } from "../net/ip.ts";
import { type Budget, coverTogether } from "./cover-together.ts";
import { asTorrc, type PolicyForm, parsePolicyText } from "./parse-policy-text.ts";
import { assembleTorrc, type TorrcOptions } from "./parse-torrc-policy.ts";
import type { Policy, PolicyProblem, PortSummary, Rule } from "./policy.ts";
import { covers, intersects } from "./rule.ts";
import { type RuleGroup, ruleGroups } from "./rule-groups.ts";

/** One line of the effective policy, as it decides: first match wins. */
export type PolicyRow = {
  /** From 1, in the order of deciding. */
  number: number;
  /** As tor writes it; `*` for both families where the line is for both. */
  text: string;
  /** Which setting or line of the input put it there. */
  origin: string;
  accept: boolean;
  /** What it does by itself, in words: "closes port 25 for every address". */
  says: string;
  /** `none`: lines above decide all of it already; `part`: some of it. */
  effect: "whole" | "part" | "none";
  /** At most five lines above: for `none` those that decide it, for `part` those that decide otherwise before it. */
  decidedBy: number[];
  rules: readonly Rule[];
};

/** `policy` is null when tor refuses the text; then there are no rows and a problem says why. */
export type ExplainedPolicy = {
  form: PolicyForm;
  policy: Policy | null;
  rows: PolicyRow[];
  problems: PolicyProblem[];
};

/** Written by a person; what tor itself adds is only shown where it decides something. */
const WRITTEN = /^(?:ExitPolicy|descriptor|line) ?\(?/;
const MAX_COMPARISONS = 2_000_000;

/** Reads a policy in any form (see `parsePolicyText`) and says what each of its lines does. Never throws. */
export function explainPolicy(
  lines: readonly string[],
  relayAddresses: readonly Ip[] = [],
  options: TorrcOptions = {},
): ExplainedPolicy {
  const { form, policy, problems } = parsePolicyText(lines, relayAddresses, options);
  if (policy === null) return { form, policy, rows: [], problems };
  const source = form === "items" ? asTorrc(lines) : lines;
  const torrc = form === "torrc" || form === "items";
  const assembled = torrc ? assembleTorrc(source, relayAddresses, options).rules : policy.rules;
  const budget = { comparisons: MAX_COMPARISONS };
  const groups = ruleGroups(assembled ?? policy.rules);
  const rows = rowsOf(groups, budget).map((row) => atTheEnd(row, lines));
  if (budget.comparisons <= 0) problems.push(tooLong());
  return { form, policy, rows: [...rows, ...summaryRows(policy, rows.length)], problems };
}

/** Bare rules get a last line from us that says what tor does when none matches. */
function atTheEnd(row: PolicyRow, lines: readonly string[]): PolicyRow {
  const beyond = row.origin === `ExitPolicy (line ${lines.length + 1})`;
  return beyond ? { ...row, origin: "no line matches" } : row;
}

function tooLong(): PolicyProblem {
  const text = "The policy is very long: which of its later lines have no effect is not said.";
  return { code: "too-long-to-explain", effect: "note", text, line: null };
}

function rowsOf(groups: readonly RuleGroup[], budget: Budget): PolicyRow[] {
  const rows: PolicyRow[] = [];
  for (const group of groups) {
    const row = explain(group, rows, budget);
    if (row.effect !== "none" || WRITTEN.test(row.origin)) rows.push(row);
  }
  return rows;
}

function explain(group: RuleGroup, all: readonly PolicyRow[], budget: Budget): PolicyRow {
  budget.comparisons -= all.length;
  const above = budget.comparisons > 0 ? all : [];
  const live = group.rules.filter((rule) => !isDecided(rule, above, budget));
  const shown = live.length > 0 ? live : group.rules;
  const touching = above.filter(
    (row) => row.effect !== "none" && shown.some((rule) => hits(row, rule, intersects)),
  );
  const other = touching.filter(({ accept }) => accept !== shown[0]?.accept);
  const alone = touching.find((row) => shown.every((rule) => hits(row, rule, covers)));
  const named = alone === undefined ? touching : [alone];
  const none = live.length === 0;
  const { text, says } = group.words(shown);
  return {
    number: all.length + 1,
    text,
    says,
    origin: group.rules[0]?.origin ?? "",
    accept: group.rules[0]?.accept === true,
    effect: none ? "none" : partOrWhole(other),
    decidedBy: (none ? named : other).slice(0, 5).map(({ number }) => number),
    rules: group.rules,
  };
}

/** What lines of the same action decide before it, it would have decided alike. */
function partOrWhole(other: readonly PolicyRow[]): PolicyRow["effect"] {
  return other.length > 0 ? "part" : "whole";
}

function hits(row: PolicyRow, rule: Rule, how: (outer: Rule, inner: Rule) => boolean): boolean {
  return row.rules.some((one) => how(one, rule));
}

function isDecided(rule: Rule, above: readonly PolicyRow[], budget: Budget): boolean {
  if (budget.comparisons <= 0) return false;
  const earlier = above.flatMap(({ rules }) => rules);
  return coverTogether(rule, earlier, budget);
}

/** A summary is one line for a whole family. */
function summaryRows({ summary4, summary6 }: Policy, before: number): PolicyRow[] {
  const known = [
    { family: "IPv4", summary: summary4 },
    { family: "IPv6", summary: summary6 },
  ];
  return known
    .flatMap(({ family, summary }) => (summary === null ? [] : [{ family, summary }]))
    .map(({ family, summary }, index) => summaryRow(summary, family, before + index + 1));
}

function summaryRow(summary: PortSummary, family: string, number: number): PolicyRow {
  const ports = summary.ranges
    .map(({ min, max }) => (min === max ? `${min}` : `${min}-${max}`))
    .join(", ");
  const nothing = `says nothing of ${family}, so nothing of it is let out`;
  const most = `${summary.accept ? "opens" : "closes"} ports ${ports} for most ${family} addresses, ${summary.accept ? "and closes the others" : "and opens the others"}`;
  return {
    number,
    text: summary.text ?? `(no line for ${family})`,
    says: summary.text === null ? nothing : most,
    origin: "summary",
    accept: summary.accept,
    effect: "whole",
    decidedBy: [],
    rules: [],
  };
}
