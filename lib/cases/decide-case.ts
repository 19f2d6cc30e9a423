import { isSure } from "../classify/confidence.ts";
import type { Draft } from "../drafting/draft.ts";
import type { Instant } from "../time/instant.ts";
import type { Triage } from "../triage/triage.ts";
import type { CaseLine, CaseState, Decision } from "./case.ts";
import { type CaseFacets, caseFacets, caseLine } from "./case-line.ts";
import { caseTitle } from "./case-title.ts";
import { KEPT_AS_HISTORY } from "./close-words.ts";

/** What a new case starts as. `closeReason`: why it is done already. */
export type CasePlan = CaseFacets & {
  state: CaseState;
  decision: Decision;
  closeReason: string | null;
  sealed: boolean;
  title: string;
  line: CaseLine;
  deadlineAt: Instant | null;
  sortAt: Instant;
};

/** Cases without a deadline come after all that have one; mail that may be nothing comes after those. */
export const NO_DEADLINE: Instant = Date.UTC(9000, 0, 1);
export const LOW_PRIORITY: Instant = Date.UTC(9500, 0, 1);
/** Below this the desk does not propose an answer as ready. */
const SURE = 0.5;

/** What the operator has to decide about this mail, if anything. Pure: the same triage gives the same plan. */
export function decideCase(triage: Triage, archive: boolean): CasePlan {
  const { complaint, classification } = triage;
  const sealed = isForSeal(triage);
  const deadlineAt = complaint.deadline?.at ?? null;
  const nothing = isNothing(triage);
  const closeReason = reasonToClose(triage, { archive, sealed, nothing });
  return {
    state: closeReason === null ? "open" : "done",
    decision: decide(triage, nothing),
    closeReason,
    sealed,
    title: caseTitle(triage),
    line: caseLine(triage),
    ...caseFacets(triage),
    deadlineAt,
    sortAt: deadlineAt ?? (classification.isComplaint ? NO_DEADLINE : LOW_PRIORITY),
  };
}

/** Law-enforcement mode: also when the request lies inside a provider's wrapper. */
export function isForSeal({ classification }: Triage): boolean {
  return [classification.type, classification.innerType].includes("law_enforcement");
}

/** Has the operator all that an answer needs? */
export function isReady(triage: Pick<Triage, "route">, drafts: readonly Draft[]): boolean {
  if (triage.route === "none") return true;
  if (drafts.length === 0) return false;
  const reachable = triage.route === "portal" || drafts.every((draft) => draft.to.length > 0);
  return reachable && drafts.every((draft) => draft.gaps.length === 0);
}

function decide(triage: Triage, nothing: boolean): Decision {
  if (triage.route === "counsel") return "counsel";
  if (nothing || triage.classification.confidence < SURE) return "unsorted";
  if (triage.drafts.length === 0 && triage.route !== "none") return "unsorted";
  return isReady(triage, triage.drafts) ? "ready" : "needs_fact";
}

/** A mail that accuses no address of ours, as far as the desk can tell. */
function isNothing({ classification }: Triage): boolean {
  return (
    !classification.isComplaint ||
    classification.type === "autoresponse_bounce" ||
    classification.type === "other_not_complaint"
  );
}

/**
 * Filing away what nobody looked at is how complaints get lost: so only when very sure, and never a mail that names an
 * address of ours, came through a provider, or could not be read whole.
 */
function reasonToClose(
  { complaint, classification, evidence }: Triage,
  { archive, sealed, nothing }: { archive: boolean; sealed: boolean; nothing: boolean },
): string | null {
  if (archive) return KEPT_AS_HISTORY;
  if (sealed || !nothing || !isSure(classification.confidence)) return null;
  if (complaint.wrapper || complaint.problems.length > 0 || evidence.relays.length > 0) return null;
  return classification.reasons[0] ?? "not a complaint";
}
