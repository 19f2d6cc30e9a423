import type { Classification, ComplaintType } from "../classify/classification.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { Evidence } from "../evidence/verdict.ts";
import type { Instant } from "../time/instant.ts";
import { checkLetter, isUntrue } from "./check-letter.ts";
import { chooseTemplate, type LetterWanted } from "./choose-template.ts";
import type { Audience, Draft, OperatorProfile, Route, Template } from "./draft.ts";
import { fillLetter, type LetterToFill } from "./fill-letter.ts";
import { recipients } from "./recipients.ts";
import { letterType, wantedLetter } from "./wanted-letter.ts";

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

function draftFor(audience: Audience, input: DraftInput): Draft | null {
  const letter = { ...input, audience };
  const chosen = chooseTrue(wantedLetter(letter), input.templates, letter);
  if (!chosen) return null;
  const { template, filled } = chosen;
  return {
    audience,
    template: template.id,
    language: template.language,
    to: recipients(audience, input.complaint, input.operator),
    ...filled,
  };
}

/** The best letter that claims nothing unproven: where the operator's own does, the shipped one or the next best serves. */
function chooseTrue(wanted: LetterWanted, templates: Template[], letter: LetterToFill) {
  let left = templates;
  for (;;) {
    const template = chooseTemplate(wanted, left);
    if (!template) return null;
    const filled = fillLetter(template, letter);
    if (!template.own || !checkLetter({ ...letter, ...filled }).some(isUntrue))
      return { template, filled };
    const { insteadOf } = template.own;
    left = left.flatMap((one) => (one === template ? (insteadOf ?? []) : one));
  }
}
