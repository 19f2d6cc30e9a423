import type { Ip } from "../net/ip.ts";
import { explainPolicy, type PolicyRow } from "./explain-policy.ts";
import { judgeTargets, type TargetVerdict } from "./judge-targets.ts";
import { type PolicyForm, policyForm } from "./parse-policy-text.ts";
import type { PolicyProblem } from "./policy.ts";
import { summarize } from "./summarize.ts";

export type ShownRow = Omit<PolicyRow, "rules">;
/** What the simulator shows of one policy: plain values, so that it can be sent to a browser. */
export type Simulation = {
  form: PolicyForm;
  rows: ShownRow[];
  /** Lines that are not shown any more. */
  more: number;
  problems: PolicyProblem[];
  verdicts: TargetVerdict[];
  /** The summaries the directory authorities would publish; null when tor refuses the policy. */
  summary: { four: string; six: string } | null;
};

const MAX_ROWS = 400;
const MAX_PROBLEMS = 50;

/** Reads the policy, says what each line does, and answers the targets, one a line. Never throws. */
export function simulate(
  lines: readonly string[],
  targets: string,
  relayAddresses: readonly Ip[] = [],
): Simulation {
  const { form, policy, rows, problems } = explainPolicy(lines, relayAddresses);
  const shown = rows.slice(0, MAX_ROWS).map(({ rules: _, ...row }) => row);
  return {
    form,
    rows: shown,
    more: rows.length - shown.length,
    problems: problems.slice(0, MAX_PROBLEMS),
    verdicts: policy === null ? [] : judgeTargets({ policy, rows }, targets),
    summary: policy && { four: summarize(policy, 4), six: summarize(policy, 6) },
  };
}

/**
 * The lines of a torrc that may hold none of the options a policy is known by: without them tor's own defaults count,
 * and that is a policy too. No line changes its number.
 */
export function asTorrcLines(lines: readonly string[]): string[] {
  return policyForm(lines) === "torrc" ? [...lines] : [...lines, "ExitRelay auto"];
}
