import type { ComplaintEvent } from "../../lib/complaints/complaint.ts";
import type { Draft } from "../../lib/drafting/draft.ts";
import { type Instant, toIso } from "../../lib/time/instant.ts";
import type { Triage } from "../../lib/triage/triage.ts";

/** One line of `exitdesk triage --json`; the keys are a promise to scripts (product.md, "Command line"). */
export function triageRow(file: string, triage: Triage) {
  const { complaint, classification, evidence } = triage;
  const { deadline, wrapper } = complaint;
  return {
    file,
    is_complaint: classification.isComplaint,
    type: classification.type,
    confidence: classification.confidence,
    format: complaint.format,
    reported_ips: complaint.accused.map((fact) => fact.value),
    dst_ips: complaint.destinations.map((fact) => fact.value),
    dst_ports: complaint.destinationPorts.map((fact) => fact.value),
    protocol: complaint.protocol,
    events: distinct(complaint.events.map(eventOf)),
    refs: complaint.refs.map((fact) => fact.value),
    deadline: {
      at: iso(deadline?.at ?? null),
      hours: deadline?.hours ?? null,
      text: deadline?.text ?? null,
    },
    route: triage.route,
    reporter: complaint.reporter?.address ?? null,
    forwarded_by: complaint.forwardedBy ?? wrapper?.provider ?? null,
    language: complaint.language,
    verdict: evidence.verdict,
    reasons: [...classification.reasons, evidence.summary],
    drafts: triage.drafts.map(draftOf),
  };
}

function eventOf({ time }: ComplaintEvent) {
  return {
    at: iso(time?.at ?? null),
    precision: time?.precision ?? "unknown",
    zone: time?.zone ?? "unknown",
  };
}

function draftOf({ audience, template, to, subject, text, gaps }: Draft) {
  return { audience, template, to, subject, text, gaps };
}

function iso(at: Instant | null): string | null {
  return at === null ? null : toIso(at);
}

function distinct<T>(rows: T[]): T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
