import type { Message } from "../mail/message.ts";
import { readDeadlines } from "../time/deadline.ts";
import type { Instant } from "../time/instant.ts";
import type { Complaint, Deadline } from "./complaint.ts";
import { type Document, documentsOf } from "./documents.ts";
import { type FormatInput, noFacts, spanOf } from "./facts.ts";
import { formatReader } from "./formats/registry.ts";
import { readGeneral } from "./read-general.ts";
import { readRefs } from "./read-refs.ts";

/**
 * Everything a mail says about an accusation, each fact with its place. Pure; never throws; what it cannot tell stays null
 * or empty. `receivedAt` is what relative deadlines count from, and stands in for a missing Date header.
 */
export function readComplaint(message: Message, receivedAt: Instant): Complaint {
  const documents = documentsOf(message);
  const input: FormatInput = { message, documents, reference: message.date ?? receivedAt };
  const reader = formatReader(input);
  const known = reader?.read(input) ?? noFacts();
  const general = readGeneral(input, known);
  const or = <T>(first: T[], second: T[]) => (first.length > 0 ? first : second);
  return {
    message,
    format: reader?.format ?? "plain",
    accused: or(known.accused, general.accused),
    destinations: or(known.destinations, general.destinations),
    destinationPorts: or(known.destinationPorts, general.destinationPorts),
    sourcePorts: or(known.sourcePorts, general.sourcePorts),
    protocol: known.protocol === "unknown" ? general.protocol : known.protocol,
    events: or(known.events, general.events),
    refs: [...known.refs, ...readRefs(documents, message)],
    deadline: readDeadline(documents, receivedAt),
    wrapper: null,
    reporter: message.replyTo[0] ?? message.from,
    forwardedBy: null,
    noReply: false,
    work: known.work,
    claimedType: known.claimedType,
    language: "en",
    originalLanguage: "en",
    evidenceText: documents
      .slice(1)
      .map(({ text }) => text)
      .join("\n\n"),
    problems: message.problems,
  };
}

function readDeadline(documents: Document[], receivedAt: Instant): Deadline | null {
  const body = documents.find(({ source }) => source === "body");
  if (!body) return null;
  const [first] = readDeadlines(body.text, receivedAt);
  if (!first) return null;
  const { at, hours, text, start, end } = first;
  return { at, hours, text, span: spanOf(body, start, end) };
}
