import type { Classification } from "../classify/classification.ts";
import type { Taught } from "../classify/taught.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { Draft, OperatorProfile, Route, Template } from "../drafting/draft.ts";
import type { Evidence } from "../evidence/verdict.ts";
import type { Cidr } from "../net/ip.ts";
import type { RelayHistory } from "../relays/history.ts";
import type { Instant } from "../time/instant.ts";

/** What is known of the relays that ever held one of these addresses; of a big fleet nobody loads all for one mail. */
export type HistoryOf = (accused: readonly Cidr[]) => Promise<RelayHistory>;

/** What the desk needs besides the mail itself; the same input gives the same output. */
export type TriageContext = {
  history: RelayHistory | HistoryOf;
  templates: Template[];
  operator: OperatorProfile;
  /** What operators taught about mails that show these things; without it the rules stand alone. */
  taught?: (seen: readonly string[]) => Promise<Taught>;
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
