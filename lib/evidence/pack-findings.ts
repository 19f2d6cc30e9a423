import type { ComplaintEvent } from "../complaints/complaint.ts";
import type { Confirmed, Relay, Sourced } from "../relays/history.ts";
import type { SignedDocument } from "../relays/signed-document.ts";
import { type Instant, type Interval, toIso } from "../time/instant.ts";
import { isSighting, lastSeen } from "./known-until.ts";
import type { PackInput } from "./pack-input.ts";
import type { Evidence, Finding } from "./verdict.ts";

/** A document and where it lies in the pack. */
export type PlacedDocument = { path: string; document: SignedDocument };

/**
 * `findings.json`: what was concluded, of what, from which source and since when it is known. Times are ISO 8601 in UTC.
 * `verify.sh` looks for `"sha256": "..."` and `"fingerprint": "..."` as `JSON.stringify` indents them.
 */
export function packFindings(
  { ref, madeAt, mail, said, evidence, leftOut }: PackInput,
  relays: readonly Relay[],
  documents: readonly PlacedDocument[],
): string {
  const content = {
    format: "exitdesk evidence pack, version 1",
    case: ref,
    madeAt: toIso(madeAt),
    complaint: {
      file: mail.bytes === null ? null : "complaint.eml",
      sha256: mail.sha256,
      size: mail.size,
      receivedAt: toIso(mail.receivedAt),
    },
    verdict: evidence.verdict,
    summary: evidence.summary,
    events: evidence.events.map((event) => eventOf(event, said.events[event.event])),
    signedDocuments: documents.map(documentOf),
    signedDocumentsLeftOut: leftOut,
    operatorStatements: relays.map(statementOf),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function eventOf(
  { event, verdict, findings }: Evidence["events"][number],
  said: ComplaintEvent | undefined,
) {
  return {
    event: event < 0 ? null : event + 1,
    complaintSays: said === undefined ? null : saidOf(said),
    verdict,
    findings: findings.map(findingOf),
  };
}

function saidOf({ time, ...said }: ComplaintEvent) {
  if (time === null) return { ...said, time: null };
  const { at, earliest, latest, zone, text } = time;
  return {
    ...said,
    time: { at: iso(at), earliest: iso(earliest), latest: iso(latest), zone, text },
  };
}

function findingOf({ learnedAt, ...finding }: Finding) {
  return { ...finding, learnedAt: iso(learnedAt) };
}

function documentOf({ path, document }: PlacedDocument) {
  const { sha256, kind, fingerprint, publishedAt, source, learnedAt } = document;
  return {
    file: path,
    sha256,
    kind,
    fingerprint,
    publishedAt: toIso(publishedAt),
    source,
    learnedAt: toIso(learnedAt),
  };
}

function statementOf({ nickname, fingerprint, tenures, policies, uptime }: Relay) {
  return {
    signed: false,
    nickname,
    fingerprint,
    tenures: tenures.map((tenure) => ({ ip: tenure.ip, ...recorded(tenure) })),
    policies: policies.map((policy) => ({
      form: policy.form,
      lines: policy.lines,
      ...recorded(policy),
    })),
    uptime: uptime.map(recorded),
  };
}

function recorded(record: Interval & Sourced & Confirmed) {
  const { from, to, source, learnedAt } = record;
  return {
    from: toIso(from),
    to: iso(to),
    lastSeen: isSighting(record) ? toIso(lastSeen(record)) : null,
    source,
    learnedAt: toIso(learnedAt),
  };
}

function iso(at: Instant | null): string | null {
  return at === null ? null : toIso(at);
}
