import { parseDescriptorPolicy } from "../exit-policy/parse-descriptor-policy.ts";
import { parseTorrcPolicy } from "../exit-policy/parse-torrc-policy.ts";
import { isExit, type ParsedPolicy, type Policy, policyLines } from "../exit-policy/policy.ts";
import { removeRedundant } from "../exit-policy/rule.ts";
import { summarize } from "../exit-policy/summarize.ts";
import type { Ip } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import type { PolicyInForce, Tenure } from "./history.ts";
import { type DiffLine, lineDiff } from "./line-diff-view.ts";
import { type PortChanges, portChanges } from "./port-changes-view.ts";
import { samePolicy } from "./same-policy.ts";
import { isShown, type Stretch } from "./span-view.ts";

/** What changed from one version to the next. `diff` has no `same` lines. */
export type PolicyChange = {
  /** The number of the version compared with. */
  since: number;
  diff: DiffLine[];
  /** Compared as effective rules: the two were learnt in different forms. */
  acrossForms: boolean;
  ports: PortChanges[];
  /** The rules are the same although the words may differ. */
  sameEffect: boolean;
};
export type PolicyVersion = {
  /** Counted from 1 in order of time, over everything known. */
  number: number;
  policy: PolicyInForce;
  /** In force, as tor would print it; empty when tor would refuse the policy. */
  effective: string[];
  isExit: boolean;
  summaries: { ip4: string; ip6: string };
  /** Why tor would refuse it, or null. */
  flaw: string | null;
  /** Null for the first one known. */
  change: PolicyChange | null;
  /** A stretch after it for which no policy is known; `to` null is "until now". */
  gapAfter: { from: Instant; to: Instant | null } | null;
};

/** The versions that touch the stretch, oldest first, the newest `most` of them; each against the one before it. Pure. */
export function policyVersions(
  { policies, tenures }: { policies: readonly PolicyInForce[]; tenures: readonly Tenure[] },
  stretch: Stretch,
  most: number,
): { versions: PolicyVersion[]; left: number } {
  const ordered = policies.toSorted((a, b) => a.from - b.from);
  const shown = ordered
    .map((policy, index) => ({ policy, index }))
    .filter(({ policy }) => isShown(policy, stretch));
  const versions = shown.slice(-most).map(({ policy, index }) => {
    const [earlier, next] = [ordered[index - 1], ordered[index + 1]];
    return {
      ...version(policy, earlier ?? null, { number: index + 1, tenures }),
      gapAfter: gapBetween(policy, next ?? null),
    };
  });
  return { versions, left: shown.length - versions.length };
}

/** The policy as tor makes it of the lines; null when tor would refuse them. */
export function effectivePolicy(
  { lines, form, from }: Pick<PolicyInForce, "lines" | "form" | "from">,
  tenures: readonly Tenure[],
): ParsedPolicy {
  if (form === "descriptor") return parseDescriptorPolicy(lines);
  return parseTorrcPolicy(lines, heldAt(tenures, from));
}

function gapBetween(policy: PolicyInForce, next: PolicyInForce | null): PolicyVersion["gapAfter"] {
  if (policy.to === null || (next !== null && next.from <= policy.to)) return null;
  return { from: policy.to, to: next?.from ?? null };
}

function version(
  policy: PolicyInForce,
  earlier: PolicyInForce | null,
  { number, tenures }: { number: number; tenures: readonly Tenure[] },
): Omit<PolicyVersion, "gapAfter"> {
  const read = effectivePolicy(policy, tenures);
  const rules = read.policy;
  const before = earlier === null ? null : effectivePolicy(earlier, tenures).policy;
  return {
    number,
    policy,
    effective: rules === null ? [] : policyLines(rules),
    isExit: rules !== null && isExit(rules),
    summaries: {
      ip4: rules === null ? "" : summarize(rules, 4),
      ip6: rules === null ? "" : summarize(rules, 6),
    },
    flaw: rules === null ? (read.problems[0]?.text ?? "It cannot be read.") : null,
    change:
      earlier === null
        ? null
        : {
            since: number - 1,
            ...changed(
              { policy: earlier, rules: before },
              { policy, rules },
              heldAt(tenures, policy.from),
            ),
          },
  };
}

type Read = { policy: PolicyInForce; rules: Policy | null };

function changed(before: Read, after: Read, addresses: readonly Ip[]): Omit<PolicyChange, "since"> {
  const acrossForms = before.policy.form !== after.policy.form;
  const diff = acrossForms
    ? lineDiff(ipv4Rules(before), ipv4Rules(after))
    : lineDiff(before.policy.lines, after.policy.lines);
  const ports =
    before.rules === null || after.rules === null
      ? []
      : [portChanges(before.rules, after.rules, 4), portChanges(before.rules, after.rules, 6)];
  return {
    diff: diff.filter(({ change }) => change !== "same"),
    acrossForms,
    sameEffect: acrossForms
      ? samePolicy(before.policy, after.policy, addresses)
      : before.rules !== null && after.rules !== null && sameRules(before.rules, after.rules),
    ports,
  };
}

/** All that a descriptor and a torrc both say rule by rule. */
function ipv4Rules({ rules }: Read): string[] {
  const all = rules?.rules.filter(({ family }) => family === 4) ?? [];
  return removeRedundant(all).map(({ text }) => text);
}

function sameRules(before: Policy, after: Policy): boolean {
  const [was, is] = [policyLines(before), policyLines(after)];
  return was.length === is.length && was.every((text, index) => text === is[index]);
}

function heldAt(tenures: readonly Tenure[], at: Instant): Ip[] {
  const held = tenures.filter(({ from, to }) => from <= at && (to === null || at < to));
  return [...new Set(held.map(({ ip }) => ip))];
}
