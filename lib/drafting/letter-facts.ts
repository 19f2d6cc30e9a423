import type { Classification } from "../classify/classification.ts";
import type { Complaint, Fact } from "../complaints/complaint.ts";
import type { Answer, Evidence, FindingKind, Verdict } from "../evidence/verdict.ts";
import type { Instant } from "../time/instant.ts";
import { toIso } from "../time/instant.ts";
import { checkedEvents, eventsOfVerdict } from "./checked-events.ts";
import type { OperatorProfile } from "./draft.ts";
import { evidenceTable } from "./evidence-table.ts";
import type { FactName } from "./fact-names.ts";
import { findingAnswers } from "./finding-answers.ts";
import { lawsOf } from "./laws-of.ts";
import { type Condition, conditionsOf } from "./letter-conditions.ts";
import { joinWords } from "./letter-words.ts";
import { plainText } from "./plain-text.ts";
import { writeTime, writeTimes } from "./write-time.ts";

/** What a letter may be filled with: plain strings and booleans, nothing a template could reach through. */
export type LetterFacts = {
  values: Partial<Record<FactName, string>>;
  answers: Record<FindingKind, Answer>;
  verdict: Verdict;
  /** Conditions about the complaint itself, see `CONDITIONS` in letter-conditions.ts. */
  conditions: Record<Condition, boolean>;
  /** `us`, `eu`, country code: the laws that may be named. */
  laws: string[];
  /** Destination ports that the policy in force then refused, for every event. */
  refusedPorts: number[];
};

export type FactsInput = {
  complaint: Complaint;
  classification: Classification;
  evidence: Evidence;
  operator: OperatorProfile;
  receivedAt: Instant;
  language: string;
  subject: string;
};

/** Everything a letter about this complaint may say, in the words of `language` where words are needed. */
export function letterFacts(input: FactsInput): LetterFacts {
  const { complaint, evidence, operator, language } = input;
  const answers = findingAnswers(evidence);
  const values: Partial<Record<FactName, string>> = {};
  const known: Record<FactName, string | null> = {
    ...operatorValues(operator),
    ...senderValues(complaint),
    ...eventValues(complaint, evidence, language),
    ...findingTexts(evidence),
    evidence: evidenceTable(complaint, evidence, language),
    exonerator: exoneratorLink(complaint, evidence, answers),
    received: `${toIso(input.receivedAt).slice(0, 16).replace("T", " ")} UTC`,
    replySubject: input.subject,
    complaintType: input.classification.type,
    hostCheck: null,
    answer: null,
    ownRecord: null,
    summary: evidence.summary,
  };
  for (const [name, value] of Object.entries(known)) {
    const text = name === "evidence" || name === "signature" ? value : plainText(value ?? "", 400);
    if (text) values[name as FactName] = text;
  }
  return {
    values,
    answers,
    verdict: evidence.verdict,
    conditions: conditionsOf(complaint, evidence, answers),
    laws: lawsOf(operator.jurisdiction),
    refusedPorts: refusedPorts(complaint, evidence),
  };
}

function operatorValues(operator: OperatorProfile) {
  return {
    operatorName: operator.name,
    signature: operator.signature.trim() || operator.name,
    noticeUrl: operator.noticeUrl,
    logStatement: operator.logStatement,
    counsel: operator.counsel,
  };
}

function senderValues(complaint: Complaint) {
  const ticket = complaint.wrapper?.ticket ?? null;
  const reference = complaint.refs.find(({ value }) => value !== ticket)?.value ?? null;
  const sender = complaint.reporter ?? complaint.message.from;
  return {
    provider: complaint.wrapper?.provider ?? complaint.forwardedBy,
    ticket,
    reference,
    work: complaint.work?.value ?? null,
    sender: sender && `${sender.name} <${sender.address}>`.trim(),
    deadline: complaint.deadline?.text ?? null,
    complaintSubject: complaint.message.subject,
  };
}

function eventValues(complaint: Complaint, evidence: Evidence, language: string) {
  const events = eventsOfVerdict(complaint, evidence);
  const list = <T extends string | number>(values: (T | null)[], otherwise: Fact<T>[] = []) => {
    const known = values.filter((value) => value !== null);
    const named = known.length > 0 ? known : otherwise.map(({ value }) => value);
    return joinWords([...new Set(named)].map(String), language);
  };
  const sources = events.map((event) => event.sourceIp);
  const relays = evidence.relays.filter(
    ({ ip }) => sources.includes(ip) || sources.every((source) => source === null),
  );
  return {
    address: list(sources, complaint.accused),
    relay: list(relays.map(({ nickname }) => nickname)),
    destinationIp: list(
      events.map((event) => event.destinationIp),
      complaint.destinations,
    ),
    destinationPort: list(
      events.map((event) => event.destinationPort),
      complaint.destinationPorts,
    ),
    sourcePort: list(events.map((event) => event.sourcePort)),
    protocol: list(events.map(({ protocol }) => protocolWord(protocol))),
    eventTime: writeTimes(
      events.map(({ time }) => time),
      language,
    ),
    reportedTime: events.length === 1 ? (events[0]?.time?.text ?? null) : null,
    eventDay: writeTime(events[0]?.time ?? null)?.slice(0, 10) ?? null,
  };
}

const protocolWord = (protocol: string) => (protocol === "unknown" ? null : protocol.toUpperCase());

/** The findings' own sentences (English) and the deciding lines, for the events the letter is about. */
function findingTexts(evidence: Evidence) {
  const findings = evidence.events
    .filter(({ verdict }) => verdict === evidence.verdict)
    .flatMap((event) => event.findings)
    .filter(({ answer }) => answer !== "unknown");
  const text = (kind: FindingKind) => findings.find((finding) => finding.kind === kind)?.text;
  const wanted = evidence.verdict === "port-rejected" ? "no" : "yes";
  const rules = findings
    .filter(({ kind, answer, rule }) => kind === "policy" && answer === wanted && rule !== null)
    .map(({ rule }) => rule ?? "");
  return {
    rule: [...new Set(rules)].slice(0, 3).join("; "),
    tenureFinding: text("tenure") ?? null,
    uptimeFinding: text("uptime") ?? null,
    protocolFinding: text("protocol") ?? null,
  };
}

/** Tor's public archive answers "was this address a relay on that day", reliably for IPv4 only. */
function exoneratorLink(
  complaint: Complaint,
  evidence: Evidence,
  answers: Record<FindingKind, Answer>,
): string | null {
  const event = eventsOfVerdict(complaint, evidence)[0];
  const day = writeTime(event?.time ?? null)?.slice(0, 10);
  if (!day || !event?.sourceIp?.includes(".") || answers.tenure !== "yes") return null;
  return `https://metrics.torproject.org/exonerator.html?ip=${event.sourceIp}&timestamp=${day}&lang=en`;
}

function refusedPorts(complaint: Complaint, evidence: Evidence): number[] {
  const ports = checkedEvents(complaint, evidence).map(({ event, checked }) => {
    const policies = checked.findings.filter(({ kind }) => kind === "policy");
    const refused = policies.length > 0 && policies.every(({ answer }) => answer === "no");
    return refused && checked.verdict === "port-rejected" ? event.destinationPort : null;
  });
  return ports.some((port) => port === null) ? [] : ports.filter((port) => port !== null);
}
