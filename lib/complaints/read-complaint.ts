import { detectLanguage } from "../mail/language.ts";
import type { Message } from "../mail/message.ts";
import { readDeadlines } from "../time/deadline.ts";
import type { Instant } from "../time/instant.ts";
import type { Complaint, ComplaintEvent, Deadline, Fact, Wrapper } from "./complaint.ts";
import { completeEvents, daysOnly } from "./complete-events.ts";
import { type Document, documentsOf } from "./documents.ts";
import { type Facts, type FormatInput, noFacts, spanOf } from "./facts.ts";
import { findOriginal, type Original } from "./find-original.ts";
import { findPeople, writerOf } from "./find-reporter.ts";
import { formatReader } from "./formats/registry.ts";
import { placeOf } from "./place-of.ts";
import { readGeneral } from "./read-general.ts";
import { readRefs } from "./read-refs.ts";
import { readWrapper } from "./wrappers/registry.ts";

/**
 * Everything a mail says about an accusation, each fact with its place. Pure; never throws; what it cannot tell stays null
 * or empty. `receivedAt` is what relative deadlines count from, and stands in for a missing Date header.
 */
export function readComplaint(message: Message, receivedAt: Instant): Complaint {
  const original = findOriginal(message);
  const own = original?.start == null ? message.body : message.body.slice(0, original.start);
  const documents = allDocuments(message, original);
  const input: FormatInput = { message, documents, reference: message.date ?? receivedAt };
  const reader = formatReader(input);
  const known = reader?.read(input) ?? noFacts();
  const general = readGeneral(input, known, reader);
  const wrapper = readWrapper({
    message,
    text: own,
    subject: message.subject,
    sender: writerOf(message)?.address ?? "",
  });
  const deadline = readDeadline(documents, receivedAt);
  const language = detectLanguage(own);
  const stated = {
    destinations: placed(either(known.destinations, general.destinations), message),
    destinationPorts: placed(either(known.destinationPorts, general.destinationPorts), message),
  };
  const events = eventsOf(known, general)
    .filter(({ time }) => time?.at == null || time.at !== deadline?.at)
    .map((event) => placedEvent(event, message));
  return {
    message,
    format: reader?.format ?? (original ? "forwarded" : "plain"),
    accused: placed(either(known.accused, general.accused), message),
    ...stated,
    sourcePorts: placed(either(known.sourcePorts, general.sourcePorts), message),
    protocol: known.protocol === "unknown" ? general.protocol : known.protocol,
    events: completeEvents(daysOnly(events), stated),
    refs: placed(refsOf(known, documents, wrapper), message),
    deadline,
    wrapper,
    ...findPeople(message, wrapper, original),
    work: known.work && (placed([known.work], message)[0] ?? null),
    claimedType: known.claimedType,
    language,
    originalLanguage: original ? detectLanguage(original.text) : language,
    evidenceText: evidenceOf(documents, original),
    problems: message.problems,
  };
}

function allDocuments(message: Message, original: Original | null): Document[] {
  const documents = documentsOf(message);
  if (!original?.message) return documents;
  // Spans name parts of the outer mail, so facts of an attached one have none.
  return [
    ...documents,
    ...allDocuments(original.message, findOriginal(original.message)).map((each) => ({
      ...each,
      source: null,
    })),
  ];
}

function either<T>(first: T[], second: T[]): T[] {
  return first.length > 0 ? first : second;
}

/** Facts of headers and of attached mails have no place of their own: the first place where the mail shows them is theirs. */
function placed<T extends string | number>(facts: Fact<T>[], message: Message): Fact<T>[] {
  return facts.map((fact) =>
    fact.span === null ? { ...fact, span: placeOf(message, String(fact.value)) } : fact,
  );
}

function placedEvent(event: ComplaintEvent, message: Message): ComplaintEvent {
  if (event.span || event.time === null) return event;
  return { ...event, span: placeOf(message, event.time.text) };
}

/** A machine part often gives the last event only; the text beside it has the others. */
function eventsOf(known: Facts, general: Facts): ComplaintEvent[] {
  if (known.events.length === 0) return general.events;
  // What the format knows for a span begins where the text seems to have a moment.
  const seen = new Set(known.events.map(({ time }) => time?.at ?? time?.earliest ?? null));
  return [
    ...known.events,
    ...general.events.filter(({ time }) => time?.at != null && !seen.has(time.at)),
  ].slice(0, 500);
}

/** Each reference once, the provider's own first: it has to stand in every answer. */
function refsOf(known: Facts, documents: Document[], wrapper: Wrapper | null): Fact<string>[] {
  const read = [...known.refs, ...readRefs(documents)];
  const ticket = wrapper?.ticket ?? null;
  const own = read.find(({ value }) => value === ticket);
  const all = ticket === null ? read : [own ?? { value: ticket, span: null }, ...read];
  return all.filter(({ value }, index) => all.findIndex((each) => each.value === value) === index);
}

function readDeadline(documents: Document[], receivedAt: Instant): Deadline | null {
  const body = documents.find(({ source }) => source === "body");
  if (!body) return null;
  const [first] = readDeadlines(body.text, receivedAt);
  if (!first) return null;
  const { at, hours, text, start, end } = first;
  return { at, hours, text, span: spanOf(body, start, end) };
}

const EVIDENCE_CHARS = 256 * 1024;

/** The complaint inside its wrapper first, then what came with it. */
function evidenceOf(documents: Document[], original: Original | null): string {
  const attached = documents.filter(({ place }) => place === "attachment").map(({ text }) => text);
  const main = original?.text ?? documents.find(({ source }) => source === "body")?.text ?? "";
  // The first is the original itself; the others are what it passes on in turn.
  const deeper = documents.filter(({ place, source }) => place === "body" && source === null);
  return [main, ...deeper.slice(1).map(({ text }) => text), ...attached]
    .join("\n\n")
    .slice(0, EVIDENCE_CHARS);
}
