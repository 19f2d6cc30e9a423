import type { Complaint, ComplaintEvent } from "../complaints/complaint.ts";
import type { Evidence } from "../evidence/verdict.ts";

/** The events a letter speaks about: those whose own verdict is the complaint's. All of them when none was checked. */
export function eventsOfVerdict(complaint: Complaint, evidence: Evidence): ComplaintEvent[] {
  const matching = evidence.events
    .filter(({ verdict }) => verdict === evidence.verdict)
    .map(({ event }) => complaint.events[event])
    .filter((event) => event !== undefined);
  return matching.length > 0 ? matching : complaint.events;
}
