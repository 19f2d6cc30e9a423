import type { Classification, ComplaintType } from "../classify/classification.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { Evidence } from "../evidence/verdict.ts";
import type { Instant } from "../time/instant.ts";
import { isForCounsel } from "./choose-route.ts";
import { chooseTemplate } from "./choose-template.ts";
import type { Audience, Draft, OperatorProfile, Route, Template } from "./draft.ts";
import { fillTemplate } from "./fill-template.ts";
import { findingAnswers } from "./finding-answers.ts";
import { lawsOf } from "./laws-of.ts";
import { conditionsOf } from "./letter-conditions.ts";
import { letterFacts } from "./letter-facts.ts";
import { plainText } from "./plain-text.ts";
import { recipients } from "./recipients.ts";
import { replySubject } from "./reply-subject.ts";

export type DraftInput = {
  complaint: Complaint;
  classification: Classification;
  evidence: Evidence;
  route: Route;
  templates: Template[];
  operator: OperatorProfile;
  receivedAt: Instant;
};

/** Types whose complainant speaks for a list or a network and gets that letter. */
const LIST_TYPES: readonly ComplaintType[] = ["blocklist_notice", "block_request", "irc"];

/**
 * One proposed letter for each audience the route names; none for route `none`. A draft with an empty `to` goes by
 * another way than mail (portal), or needs a recipient from the operator.
 */
export function draftReplies(input: DraftInput): Draft[] {
  return audiencesOf(input.route, letterType(input.classification))
    .map((audience) => draftFor(audience, input))
    .filter((draft) => draft !== null);
}

function audiencesOf(route: Route, type: ComplaintType): Audience[] {
  const complainant: Audience = LIST_TYPES.includes(type) ? "list" : "complainant";
  const audiences: Record<Route, Audience[]> = {
    isp: ["isp"],
    portal: ["isp"],
    "isp+complainant": ["isp", complainant],
    complainant: [complainant],
    counsel: ["authority"],
    none: [],
  };
  return audiences[route];
}

function letterType({ type, innerType }: Classification): ComplaintType {
  return type === "isp_notice" && innerType !== null ? innerType : type;
}

function draftFor(audience: Audience, input: DraftInput): Draft | null {
  const { complaint, classification, evidence, operator } = input;
  const language = audience === "isp" ? complaint.language : complaint.originalLanguage;
  const answers = findingAnswers(evidence);
  const template = chooseTemplate(
    {
      type: counselType(audience, classification),
      audience,
      verdict: evidence.verdict,
      answers,
      conditions: conditionsOf(complaint, evidence, answers),
      laws: lawsOf(operator.jurisdiction),
      language,
    },
    input.templates,
  );
  if (!template) return null;
  const facts = letterFacts({
    ...input,
    language: template.language,
    subject: replySubject(subjectFor(audience, complaint)),
  });
  const filled = fillTemplate(template, facts);
  return {
    audience,
    template: template.id,
    language: template.language,
    to: recipients(audience, complaint, operator),
    subject: plainText(filled.subject, 200),
    text: filled.text,
    gaps: filled.gaps,
  };
}

/** A counsel note is for the grave type, whether it is the mail's own or that of the complaint inside. */
function counselType(audience: Audience, classification: Classification): ComplaintType {
  const { type, innerType } = classification;
  if (audience !== "authority") return letterType(classification);
  return [type, innerType].find((one) => one !== null && isForCounsel(one)) ?? type;
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
