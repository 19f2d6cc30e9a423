import type { Classification, ComplaintType } from "../classify/classification.ts";
import type { Complaint, ComplaintEvent } from "../complaints/complaint.ts";
import type { OperatorProfile } from "../drafting/draft.ts";
import type { Answer, Evidence, Finding, FindingKind, Verdict } from "../evidence/verdict.ts";
import type { Message } from "../mail/message.ts";
import type { ReadTime } from "../time/instant.ts";

/** What the tests of lib/drafting start from: one complaint about SSH at marigold, and what was found about it. */
export const RECEIVED_AT = Date.parse("2026-10-02T12:30:00Z");

export const OPERATOR: OperatorProfile = {
  name: "Relays of the North e.V.",
  signature: "Ida Example\nRelays of the North e.V.",
  jurisdiction: "de",
  noticeUrl: "https://relays.example/notice",
  logStatement: null,
  counsel: "counsel@lawyer.example",
};

export function aTime(over: Partial<ReadTime> = {}): ReadTime {
  const at = Date.parse("2026-10-02T10:04:11Z");
  return {
    at,
    earliest: at,
    latest: at,
    precision: "second",
    zone: "stated",
    text: "Oct  2 12:04:11 +0200",
    ...over,
  };
}

export function anEvent(over: Partial<ComplaintEvent> = {}): ComplaintEvent {
  return {
    time: aTime(),
    sourceIp: "192.0.2.10",
    sourcePort: null,
    destinationIp: "203.0.113.5",
    destinationPort: 22,
    protocol: "tcp",
    synOnly: false,
    ...over,
  };
}

export function aLetterMessage(over: Partial<Message> = {}): Message {
  return {
    subject: "Abuse from 192.0.2.10",
    from: { name: "Nora Quist", address: "nora@shop.example" },
    replyTo: [],
    to: [],
    cc: [],
    date: RECEIVED_AT,
    messageId: "<1@shop.example>",
    inReplyTo: null,
    references: [],
    headers: [],
    body: "",
    bodyParts: [],
    html: null,
    parts: [],
    nested: [],
    problems: [],
    ...over,
  };
}

export function aLetterComplaint(over: Partial<Complaint> = {}): Complaint {
  return {
    message: aLetterMessage(),
    format: "plain",
    accused: [{ value: "192.0.2.10", span: null }],
    destinations: [],
    destinationPorts: [],
    sourcePorts: [],
    protocol: "tcp",
    events: [anEvent()],
    refs: [],
    deadline: null,
    wrapper: null,
    reporter: { name: "Nora Quist", address: "nora@shop.example" },
    forwardedBy: null,
    noReply: false,
    work: null,
    claimedType: null,
    language: "en",
    originalLanguage: "en",
    evidenceText: "",
    problems: [],
    ...over,
  };
}

export function aWrapper(over: Partial<Complaint["wrapper"] & object> = {}) {
  return {
    provider: "Hetzner",
    ticket: "AbuseID:A1B2C3:1F",
    answer: "mail" as const,
    answerTo: "abuse@hoster.example",
    statementUrl: null,
    alsoComplainant: false,
    state: "notice" as const,
    threat: null,
    ...over,
  };
}

export function aClassification(
  type: ComplaintType,
  over: Partial<Classification> = {},
): Classification {
  const isComplaint = type !== "autoresponse_bounce" && type !== "other_not_complaint";
  return { type, innerType: null, isComplaint, confidence: 0.9, reasons: [], ...over };
}

const ANSWERS: Record<Verdict, Partial<Record<FindingKind, Answer>>> = {
  "port-allowed": { tenure: "yes", role: "yes", uptime: "yes", policy: "yes", protocol: "yes" },
  "port-rejected": { tenure: "yes", role: "yes", uptime: "yes", policy: "no", protocol: "yes" },
  "relay-down": { tenure: "yes", uptime: "no" },
  "not-our-ip": { tenure: "no" },
  "not-tor-traffic": { tenure: "yes", protocol: "no" },
  "cannot-tell": { tenure: "yes", role: "yes", policy: "unknown" },
};
const RULES: Partial<Record<Answer, string>> = { yes: "accept *:22", no: "reject *:*" };

/** Findings as the evidence room would give them for this verdict; `answers` replaces single ones. */
export function anEvidence(
  verdict: Verdict,
  answers: Partial<Record<FindingKind, Answer>> = {},
  events = 1,
): Evidence {
  const merged = { ...ANSWERS[verdict], ...answers };
  const findings = Object.entries(merged).map(
    ([kind, answer]): Finding => ({
      kind: kind as FindingKind,
      answer,
      text: `The record says ${answer} about ${kind} at 2026-10-02 10:04:11 UTC.`,
      relay: { nickname: "marigold", fingerprint: "A".repeat(40) },
      rule: kind === "policy" ? (RULES[answer] ?? null) : null,
      source: "torrc",
      learnedAt: null,
    }),
  );
  return {
    verdict,
    summary: `The verdict is ${verdict}.`,
    events: Array.from({ length: events }, (_, event) => ({ event, verdict, findings })),
    relays: [{ nickname: "marigold", fingerprint: "A".repeat(40), ip: "192.0.2.10" }],
  };
}
