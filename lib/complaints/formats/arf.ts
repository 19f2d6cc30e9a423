import type { Message } from "../../mail/message.ts";
import type { Cidr } from "../../net/ip.ts";
import type { Fact } from "../complaint.ts";
import {
  addressFacts,
  type Facts,
  type Field,
  type FormatInput,
  type FormatReader,
  NO_EVENT,
  noFacts,
  textFact,
  timeOf,
} from "../facts.ts";
import { fieldOf, readFields } from "../read-fields.ts";
import { originIn } from "../received-chain.ts";

/**
 * RFC 5965 feedback reports and their dialects. Source-IP may be missing (Yahoo, SES, Mail.ru); then the address comes
 * from the text, and last from the Received lines of the mail complained about. RFC 6591 `auth-failure` reports look the same.
 */
export const arf: FormatReader = {
  format: "arf",
  recognise: ({ message }) =>
    message.parts.some(
      (part) =>
        part.contentType === "message/feedback-report" &&
        !/^feedback-type:\s*xarf/im.test(part.text ?? ""),
    ) || isJmrp(message),
  read,
  owns: ({ contentType }) => contentType === "message/feedback-report",
};

/** Outlook's complaint mails are no ARF: a subject, and the mail itself attached. */
function isJmrp({ subject, nested }: FormatInput["message"]): boolean {
  return nested.length > 0 && /^complaint about message from \S/i.test(subject);
}

function read({ message, documents, reference }: FormatInput): Facts {
  const report = documents.find((each) => each.contentType === "message/feedback-report");
  const fields = report ? readFields(report) : [];
  const arrival = fieldOf(fields, "arrival-date", "received-date");
  const time = timeOf(arrival?.value, reference);
  const source = fieldOf(fields, "source-ip", "source");
  const reportId = fieldOf(fields, "report-id", "incident-id");
  return {
    ...noFacts(),
    accused: accusedBy(message, source),
    events: time && !isAboutSite(message) ? [{ ...NO_EVENT, time, protocol: "tcp" }] : [],
    refs: textFact(reportId),
    claimedType: fieldOf(fields, "abuse-type", "feedback-type")?.value.trim() ?? null,
  };
}

function accusedBy(message: Message, source: Field | null): Fact<Cidr>[] {
  // Where a site advertised by spam is accused, SpamCop gives the spam's own origin as Source-IP.
  if (isAboutSite(message)) return [];
  const stated = addressFacts(source);
  if (stated.length > 0 || SAYS.test(`${message.subject}\n${message.body.slice(0, 2_000)}`))
    return stated;
  return originIn(message);
}

/** SpamCop on a site that spam advertises. */
function isAboutSite({ subject }: Message): boolean {
  return /^\s*\[SpamCop \(https?:/i.test(subject);
}

const SAYS = /(?:from|ip(?: address)?:?|\[|\()\s?\[?(?:\d{1,3}\.){3}\d{1,3}/i;
