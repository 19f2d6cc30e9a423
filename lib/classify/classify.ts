import type { Complaint } from "../complaints/complaint.ts";
import type { Classification } from "./classification.ts";
import { decide } from "./decide.ts";
import { mailView, ownView } from "./mail-view.ts";
import type { RuleType } from "./rule.ts";
import { ALL_RULES } from "./rules/all-rules.ts";
import { weigh } from "./weigh.ts";
import { type Ear, withConcepts } from "./with-concepts.ts";

/** A complaint this sure of its kind needs no second reading, unless something grave was overheard. */
const CLEAR = 0.5;
/** A mail taken for harmless with no more certainty than this was only not understood. */
const SILENT = 0.8;
/** Up to this certainty of another kind, children and nakedness in one sentence are heard. */
const OVERHEARD = 0.9;
const GRAVE: readonly RuleType[] = ["law_enforcement", "csam"];
/** What concepts say of people who accuse nobody of anything our rules would know. */
const UNACCUSING: readonly RuleType[] = ["block_request", "isp_notice", "threats", ...GRAVE];

/**
 * Says what kind of mail this is, with its reasons and how sure that is. The rules in `rules/` weigh the text before any
 * label; `decide.ts` orders what they found. Where they are at a loss, the families of words in `concepts/` are heard too.
 * Pure: the same complaint gives the same answer.
 */
export function classify(complaint: Complaint): Classification {
  const view = mailView(complaint);
  const own = ownView(view);
  const words = weigh(view, ALL_RULES);
  const first = decide(words, () => weigh(own, ALL_RULES), complaint);
  const ear = earFor(first, complaint.accused.length > 0);
  if (ear === null) return first;
  const heard = withConcepts(words, view, ear);
  return decide(heard, () => withConcepts(weigh(own, ALL_RULES), own, ear), complaint);
}

/** What a second reading may listen for; null when the first was clear. */
function earFor({ type, confidence, isComplaint }: Classification, isAccused: boolean): Ear | null {
  if (type === "isp_notice") return null;
  if (confidence <= CLEAR && (isComplaint || isAccused)) return "all";
  if (!isComplaint) return confidence <= SILENT ? UNACCUSING : null;
  if (type === "threats") return GRAVE;
  return type !== "law_enforcement" && confidence <= OVERHEARD ? ["csam"] : null;
}
