import type { Complaint, ComplaintEvent, Fact } from "../complaints/complaint.ts";
import type { EventFindings, Evidence } from "../evidence/verdict.ts";

export type CheckedEvent = { event: ComplaintEvent; checked: EventFindings };

const NO_EVENT: ComplaintEvent = {
  time: null,
  sourceIp: null,
  sourcePort: null,
  destinationIp: null,
  destinationPort: null,
  protocol: "unknown",
  synOnly: false,
};

/**
 * Each checked event with what was found. What an event leaves open and the complaint says once elsewhere is filled in,
 * as the evidence room does when it checks (index -1: facts that belong to no event).
 */
export function checkedEvents(complaint: Complaint, evidence: Evidence): CheckedEvent[] {
  return evidence.events.map((checked) => ({
    event: complete(complaint.events[checked.event] ?? NO_EVENT, complaint),
    checked,
  }));
}

/** The events a letter speaks about: those whose own verdict is the complaint's. */
export function eventsOfVerdict(complaint: Complaint, evidence: Evidence): ComplaintEvent[] {
  return checkedEvents(complaint, evidence)
    .filter(({ checked }) => checked.verdict === evidence.verdict)
    .map(({ event }) => event);
}

function complete(event: ComplaintEvent, complaint: Complaint): ComplaintEvent {
  const accused = only(complaint.accused);
  return {
    ...event,
    sourceIp: event.sourceIp ?? (accused?.includes("/") ? null : accused),
    sourcePort: event.sourcePort ?? only(complaint.sourcePorts),
    destinationIp: event.destinationIp ?? only(complaint.destinations),
    destinationPort: event.destinationPort ?? only(complaint.destinationPorts),
    protocol: event.protocol === "unknown" ? complaint.protocol : event.protocol,
  };
}

function only<T>(facts: Fact<T>[]): T | null {
  const values = new Set(facts.map(({ value }) => value));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}
