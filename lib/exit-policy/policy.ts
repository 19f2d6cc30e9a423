/** One accept or reject rule of one address family; ports inclusive. `words` keep the host bits, as tor prints them. */
export type Rule = {
  accept: boolean;
  family: 4 | 6;
  words: readonly number[];
  prefix: number;
  minPort: number;
  maxPort: number;
  /** As tor writes it: `reject 10.0.0.0/8:*`, `accept6 [2001:db8::]/32:443`. */
  text: string;
  /** Which setting or line put it there: "ExitPolicy (line 3)", "ExitPolicyRejectPrivate", "default policy" ... */
  origin: string;
};

export type PortRange = { min: number; max: number };

/**
 * What a third party may know of a family: the ports accepted or rejected for *most* addresses (dir-spec, `p`, `p6` and
 * `ipv6-policy` lines). It proves nothing about one address. `text` is the line, or null when tor assumes it.
 */
export type PortSummary = { accept: boolean; ranges: readonly PortRange[]; text: string | null };

/** A family with a summary is decided by it, any other by the first rule that matches. */
export type Policy = {
  rules: readonly Rule[];
  summary4: PortSummary | null;
  summary6: PortSummary | null;
};

/**
 * What tor makes of a flaw: `ignored` (this line has no effect), `refused` (the whole policy, configuration or
 * descriptor is discarded), `note` (tor accepts it, an operator should know).
 */
export type PolicyEffect = "ignored" | "refused" | "note";
export type PolicyProblem = {
  code: string;
  effect: PolicyEffect;
  /** One plain sentence: the thing and the remedy. */
  text: string;
  /** Line of the input, counted from 1, or null when it concerns the whole. */
  line: number | null;
};

/** `policy` is null exactly when a problem with effect `refused` is present. */
export type ParsedPolicy = { policy: Policy | null; problems: PolicyProblem[] };

export const NOTHING_ACCEPTED: PortSummary = {
  accept: false,
  ranges: [{ min: 1, max: 65535 }],
  text: null,
};

/** The effective policy as tor prints it for `GETINFO exit-policy/full`, plus the summary lines of a descriptor. */
export function policyLines(policy: Policy): string[] {
  const summaries = [policy.summary4?.text, policy.summary6?.text].filter((text) => text != null);
  return [...new Set(policy.rules.map((rule) => rule.text)), ...summaries];
}

/** Does the policy accept anything at all? False for a non-exit relay. */
export function isExit(policy: Policy): boolean {
  return familyIsOpen(policy, 4) || familyIsOpen(policy, 6);
}

function familyIsOpen(policy: Policy, family: 4 | 6): boolean {
  const summary = family === 4 ? policy.summary4 : policy.summary6;
  if (summary !== null) return summary.accept || !coversAllPorts(summary.ranges);
  return !rejectsAll(policy.rules, family);
}

/** tor's policy_is_reject_star: no accept stands before the family's `reject *:*`. */
export function rejectsAll(rules: readonly Rule[], family: 4 | 6): boolean {
  const deciding = rules.find(
    (rule) => rule.family === family && (rule.accept || coversEverything(rule)),
  );
  return deciding !== undefined && !deciding.accept;
}

/** Whether the rule matches every address of its family at every port. */
export function coversEverything(rule: Rule): boolean {
  return rule.prefix === 0 && rule.minPort <= 1 && rule.maxPort === 65535;
}

function coversAllPorts(ranges: readonly PortRange[]): boolean {
  const ordered = [...ranges].sort((a, b) => a.min - b.min);
  let covered = 0;
  for (const { min, max } of ordered) {
    if (min > covered + 1) return false;
    covered = Math.max(covered, max);
  }
  return covered >= 65535;
}
