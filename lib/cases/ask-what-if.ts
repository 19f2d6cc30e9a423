import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { parsePolicyText } from "../exit-policy/parse-policy-text.ts";
import type { Policy, PolicyProblem } from "../exit-policy/policy.ts";
import { type PolicyDifference, policyDifference } from "../exit-policy/policy-difference.ts";
import { type ProposedLine, proposeLines } from "../exit-policy/propose-lines.ts";
import { torrcFragment } from "../exit-policy/torrc-fragment.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { type RelayPolicy, relayPolicy } from "./relay-policy.ts";
import { type WhatIf, whatIf } from "./what-if.ts";

export type WhatIfQuestion = {
  /** Whose policy is changed; null: tor's default policy. */
  relayId: string | null;
  /** The policy of which moment. */
  at: Instant;
  text: string;
  /** `front`: lines put before the relay's own; `whole`: a policy that takes the place of the relay's. */
  mode: "front" | "whole";
  days: number;
  /** Complaints about this relay's addresses only. */
  onlyThisRelay: boolean;
  /** Why the lines are proposed, for the comment in the torrc. */
  about: string;
  now: Instant;
};
export type WhatIfAnswer = {
  base: RelayPolicy | null;
  lines: ProposedLine[];
  problems: PolicyProblem[];
  difference: PolicyDifference | null;
  result: WhatIf | null;
  /** The lines that change something, for a torrc; null when none does. */
  fragment: string | null;
};

const DEFAULT = parsePolicyText(["ExitRelay 1"]).policy;
/** A block runs out after a month, unless somebody wants it longer. */
const MONTH = 30 * 24 * 3_600_000;

/** What a proposed line or policy would newly close, and which complaints the viewer may see it would have covered. */
export async function askWhatIf(
  db: Db,
  viewer: Viewer,
  asked: WhatIfQuestion,
): Promise<WhatIfAnswer> {
  const { relayId, now } = asked;
  const base = relayId === null ? null : await relayPolicy(db, viewer, { relayId, at: asked.at });
  const before = base === null ? DEFAULT : base.policy;
  const nothing = { base, lines: [], problems: [], difference: null, result: null, fragment: null };
  if (before === null) return nothing;
  const change = changeOf(before, asked, base);
  if (change.after === null || change.difference === null) return { ...nothing, ...change, base };
  const { after, difference, lines, problems } = change;
  const about = asked.onlyThisRelay && base !== null ? base.allAddresses : null;
  const result = await whatIf(db, viewer, {
    before,
    after,
    difference,
    days: asked.days,
    about,
    now,
  });
  return { base, lines, problems, difference, result, fragment: fragmentOf(lines, asked) };
}

function changeOf(before: Policy, { mode, text }: WhatIfQuestion, base: RelayPolicy | null) {
  if (mode === "front") return proposeLines(before, text);
  const { policy: after, problems } = parsePolicyText(text.split("\n"), base?.addresses ?? []);
  return { after, lines: [], problems, difference: after && policyDifference(before, after) };
}

function fragmentOf(lines: readonly ProposedLine[], { about, now }: WhatIfQuestion): string | null {
  const changing = lines.filter(({ effect }) => effect !== "nothing").map(({ text }) => text);
  if (changing.length === 0) return null;
  const [made, until] = [now, now + MONTH].map((at) => toIso(at).slice(0, 10));
  return torrcFragment(changing, { about, made: made ?? "", until: until ?? "" });
}
