import type { ComplaintType } from "../classify/classification.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { FactChange } from "../complaints/fact-change.ts";
import { isAutomaticMail } from "../mail/automatic-mail.ts";
import type { Mailbox, Message, Part } from "../mail/message.ts";
import type { Triage } from "../triage/triage.ts";

/** A text longer than this is cut in the database (never in the raw mail) and the cut is said as a problem. */
const MAX_TEXT = 200_000;
const MAX_PARTS = 60;
const MAX_FACTS = 500;

/** A part without its bytes: enough to list it and to show the text a fact's span points into. */
export type StoredPart = Omit<Part, "bytes"> & {
  size: number;
  /** This part is what `body` shows; its text is not kept twice. */
  isBody: boolean;
};

/** What the case page needs of the mail; the whole of it is in the raw bytes. */
export type StoredMessage = {
  subject: string;
  from: Mailbox | null;
  replyTo: Mailbox[];
  to: Mailbox[];
  date: number | null;
  messageId: string | null;
  references: string[];
  body: string;
  hasHtml: boolean;
  parts: StoredPart[];
  /** Originals inside a wrapper or forward. */
  nested: {
    partId: string;
    subject: string;
    from: Mailbox | null;
    messageId: string | null;
    references: string[];
    body: string;
  }[];
};

/** The Triage value as kept with a complaint: plain JSON, bounded, without drafts, HTML and MIME bytes. */
export type StoredTriage = Omit<Triage, "complaint" | "drafts"> & {
  /** A person said what type it is; reading the mail again keeps to it. */
  typeByPerson?: ComplaintType;
  /** No program may answer this mail, see lib/mail/automatic-mail.ts; absent in cases older than the desk's rules. */
  isAutomatic?: boolean;
  /** What a person corrected in the facts below, oldest first; absent when nothing. */
  corrections?: FactChange[];
  complaint: Omit<Complaint, "message" | "evidenceText"> & { message: StoredMessage };
};

/** Makes the value to keep. Spans stay true: texts are only ever cut at their end. */
export function storedTriage(triage: Triage): StoredTriage {
  const { message, evidenceText: _, ...facts } = triage.complaint;
  return {
    classification: triage.classification,
    route: triage.route,
    isAutomatic: isAutomaticMail(message) || triage.complaint.noReply,
    evidence: {
      ...triage.evidence,
      events: triage.evidence.events.slice(0, MAX_FACTS),
      relays: triage.evidence.relays.slice(0, MAX_FACTS),
    },
    complaint: {
      ...facts,
      accused: facts.accused.slice(0, MAX_FACTS),
      destinations: facts.destinations.slice(0, MAX_FACTS),
      destinationPorts: facts.destinationPorts.slice(0, MAX_FACTS),
      sourcePorts: facts.sourcePorts.slice(0, MAX_FACTS),
      events: facts.events.slice(0, MAX_FACTS),
      refs: facts.refs.slice(0, MAX_FACTS),
      problems: [...facts.problems, ...cutProblems(triage)],
      message: storedMessage(message),
    },
  };
}

function storedMessage(message: Message): StoredMessage {
  const partText = budget(MAX_TEXT);
  const nestedText = budget(MAX_TEXT);
  return {
    subject: message.subject,
    from: message.from,
    replyTo: message.replyTo.slice(0, 20),
    to: message.to.slice(0, 20),
    date: message.date,
    messageId: message.messageId,
    references: message.references.slice(-20),
    body: message.body.slice(0, MAX_TEXT),
    hasHtml: message.html !== null,
    parts: message.parts.slice(0, MAX_PARTS).map(({ bytes, text, ...part }) => ({
      ...part,
      size: bytes.length,
      isBody: message.bodyParts.includes(part.id),
      text: text === null || message.bodyParts.includes(part.id) ? null : partText(text),
    })),
    nested: message.nested.slice(0, 5).map(({ partId, message: inner }) => ({
      partId,
      subject: inner.subject,
      from: inner.from,
      messageId: inner.messageId,
      references: inner.references.slice(-20),
      body: nestedText(inner.body),
    })),
  };
}

/** Cuts texts so that all of them together stay within `left` characters. */
function budget(left: number): (text: string) => string {
  let rest = left;
  return (text) => {
    const kept = text.slice(0, rest);
    rest -= kept.length;
    return kept;
  };
}

function cutProblems({ complaint, evidence }: Triage) {
  const { body, parts } = complaint.message;
  const cut =
    body.length > MAX_TEXT ||
    parts.length > MAX_PARTS ||
    complaint.events.length > MAX_FACTS ||
    evidence.events.length > MAX_FACTS;
  if (!cut) return [];
  return [
    {
      code: "shown-in-part",
      text: "This mail is very long: the page shows its beginning. The original is complete.",
    },
  ];
}
