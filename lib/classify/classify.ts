import type { Complaint } from "../complaints/complaint.ts";
import type { Classification } from "./classification.ts";
import { decide } from "./decide.ts";
import { mailView, ownView } from "./mail-view.ts";
import { ALL_RULES } from "./rules/all-rules.ts";
import { weigh } from "./weigh.ts";

/**
 * Says what kind of mail this is, with its reasons and how sure that is. The rules in `rules/` weigh the text before any
 * label; `decide.ts` orders what they found. Pure: the same complaint gives the same answer.
 */
export function classify(complaint: Complaint): Classification {
  const view = mailView(complaint);
  return decide(weigh(view, ALL_RULES), () => weigh(ownView(view), ALL_RULES), complaint);
}
