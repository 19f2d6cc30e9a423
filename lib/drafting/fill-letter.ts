import type { Classification } from "../classify/classification.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { Evidence } from "../evidence/verdict.ts";
import type { Instant } from "../time/instant.ts";
import type { Audience, OperatorProfile, Template } from "./draft.ts";
import { type FilledTemplate, fillTemplate } from "./fill-template.ts";
import { letterFacts } from "./letter-facts.ts";
import { plainText } from "./plain-text.ts";
import { replySubject } from "./reply-subject.ts";

/** What a letter is about and whom it answers. */
export type LetterToFill = {
  audience: Audience;
  complaint: Complaint;
  classification: Classification;
  evidence: Evidence;
  operator: OperatorProfile;
  receivedAt: Instant;
};

/** Subject and text as this template writes them; whether it may serve here is asked before. */
export function fillLetter(template: Template, letter: LetterToFill): FilledTemplate {
  const facts = letterFacts({
    ...letter,
    language: template.language,
    subject: replySubject(subjectFor(letter.audience, letter.complaint)),
  });
  const { subject, text, gaps } = fillTemplate(template, facts);
  return { subject: plainText(subject, 200), text, gaps };
}

/** The complainant is answered on his own subject, never on the provider's with the provider's ticket in it. */
function subjectFor(audience: Audience, complaint: Complaint): string {
  const { message, wrapper } = complaint;
  if (audience === "isp" || (wrapper === null && complaint.forwardedBy === null))
    return message.subject;
  const original = message.nested.at(-1)?.message.subject;
  if (original) return original;
  const address = complaint.accused[0]?.value;
  return address ? `Report about ${address}` : "Your report";
}
