import type { Complaint } from "../complaints/complaint.ts";
import type { Classification } from "./classification.ts";
import { confidenceOf } from "./confidence.ts";
import { judge } from "./judge.ts";

/** Says what kind of mail this is, with its reasons and how sure that is. Pure: the same complaint gives the same answer. */
export function classify(complaint: Complaint): Classification {
  const { signs, ...conclusion } = judge(complaint);
  return { ...conclusion, confidence: confidenceOf(signs) };
}
