import { parseSummary } from "./parse-summary.ts";
import { NOTHING_ACCEPTED, type ParsedPolicy } from "./policy.ts";

/** The two summary lines of a consensus entry or microdescriptor, without their keyword; absent or null when missing. */
export type SummaryLines = { p?: string | null; p6?: string | null };

/** A policy known only by its summaries (dir-spec 3.8.2, 3.3). A missing line means that nothing is accepted. */
export function parseSummaryPolicy({ p, p6 }: SummaryLines): ParsedPolicy {
  const four = p == null ? null : parseSummary(p, `p ${p}`);
  const six = p6 == null ? null : parseSummary(p6, `p6 ${p6}`);
  const problems = [...(four?.problems ?? []), ...(six?.problems ?? [])];
  if (problems.some(({ effect }) => effect === "refused")) return { policy: null, problems };
  const summary4 = four?.summary ?? NOTHING_ACCEPTED;
  const summary6 = six?.summary ?? NOTHING_ACCEPTED;
  return { policy: { rules: [], summary4, summary6 }, problems };
}
