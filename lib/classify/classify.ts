import type { Complaint } from "../complaints/complaint.ts";
import type { Classification } from "./classification.ts";
import { conclude } from "./conclude.ts";
import { judge } from "./judge.ts";
import type { Taught } from "./taught.ts";

/**
 * Says what kind of mail this is, with its reasons and how sure that is. Pure: the same complaint and the same lessons give
 * the same answer.
 */
export function classify(complaint: Complaint, taught?: Taught): Classification {
  return conclude(judge(complaint), taught);
}
