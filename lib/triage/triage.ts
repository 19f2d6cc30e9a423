import type { Classification } from "../classify/classification.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { Draft, OperatorProfile, Route, Template } from "../drafting/draft.ts";
import type { Evidence } from "../evidence/verdict.ts";
import type { RelayHistory } from "../relays/history.ts";
import type { Instant } from "../time/instant.ts";

/** What the desk needs besides the mail itself; all plain data, so that the same input gives the same output. */
export type TriageContext = {
  history: RelayHistory;
  templates: Template[];
  operator: OperatorProfile;
  /** When the mail reached us: relative deadlines and a missing Date header count from here. */
  receivedAt: Instant;
};

export type Triage = {
  complaint: Complaint;
  classification: Classification;
  evidence: Evidence;
  route: Route;
  drafts: Draft[];
};
