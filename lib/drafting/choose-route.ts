import type { Classification, ComplaintType } from "../classify/classification.ts";
import type { Complaint, Format } from "../complaints/complaint.ts";
import type { Evidence } from "../evidence/verdict.ts";
import type { Route } from "./draft.ts";
import { isReachable } from "./recipients.ts";

export type ReasonedRoute = { route: Route; reason: string };

type Input = { complaint: Complaint; classification: Classification; evidence: Evidence };
type Rule = {
  route: Route;
  when: (input: Input) => boolean;
  reason: string | ((input: Input) => string);
};

/** Never answered by the desk, whatever wraps them. */
const FOR_COUNSEL: readonly ComplaintType[] = ["law_enforcement", "threats", "csam"];
/** Sent by programs whose makers say that nobody reads the answers. */
const UNREAD_FORMATS: readonly Format[] = ["arf", "blocklistde", "shadowserver"];

/** Is this a type that goes to the operator's lawyer and to nobody else? */
export function isForCounsel(type: ComplaintType): boolean {
  return FOR_COUNSEL.includes(type);
}

/** First rule that fits decides. */
const RULES: readonly Rule[] = [
  {
    route: "counsel",
    when: ({ classification }) =>
      isForCounsel(classification.type) ||
      (classification.innerType !== null && isForCounsel(classification.innerType)),
    reason: "Authorities, threats and child abuse go to your lawyer; the desk answers nobody.",
  },
  {
    route: "none",
    when: ({ classification }) =>
      !classification.isComplaint ||
      classification.type === "autoresponse_bounce" ||
      classification.type === "other_not_complaint",
    reason: "This mail accuses nobody; an answer would only start a loop.",
  },
  {
    route: "none",
    when: ({ complaint }) => complaint.wrapper?.answer === "none",
    reason: ({ complaint }) => `${provider(complaint)} says that no answer is needed.`,
  },
  {
    route: "none",
    when: ({ complaint }) => ["unlocked", "info"].includes(complaint.wrapper?.state ?? ""),
    reason: ({ complaint }) => `${provider(complaint)} tells us something and asks nothing.`,
  },
  {
    route: "portal",
    when: ({ complaint }) => complaint.wrapper?.answer === "portal",
    reason: ({ complaint }) => `${provider(complaint)} takes answers in its own form only.`,
  },
  {
    route: "isp+complainant",
    when: ({ complaint }) =>
      complaint.wrapper?.alsoComplainant === true && canAnswerReporter(complaint),
    reason: ({ complaint }) =>
      `${provider(complaint)} wants an answer and wants the complainant answered too.`,
  },
  {
    route: "isp",
    when: ({ complaint }) => complaint.wrapper !== null,
    reason: ({ complaint }) => `${provider(complaint)} passed this on and answers for it.`,
  },
  {
    route: "none",
    when: ({ complaint }) => complaint.noReply,
    reason: "The sender does not take answers.",
  },
  {
    route: "isp",
    when: ({ complaint, classification }) =>
      (complaint.forwardedBy !== null || classification.type === "isp_notice") &&
      isReachable(complaint.message.from?.address),
    reason: "A provider wrote or passed this on; the answer goes to whoever did.",
  },
  {
    route: "none",
    when: ({ complaint }) => UNREAD_FORMATS.includes(complaint.format),
    reason: "This is a machine report; nobody reads answers to it.",
  },
  {
    route: "none",
    when: ({ classification, evidence }) =>
      classification.type === "blocklist_notice" && !listIsWrong(evidence),
    reason: "Lists keep exits by their own rules; only a wrong listing is worth a letter.",
  },
  {
    route: "none",
    when: ({ complaint }) => !isReachable(complaint.reporter?.address),
    reason: "The complaint gives no address that takes an answer.",
  },
];

/** Where the answer to this complaint must go. */
export function chooseRoute(
  complaint: Complaint,
  classification: Classification,
  evidence: Evidence,
): Route {
  return explainRoute(complaint, classification, evidence).route;
}

/** The route with one sentence for the operator that says why. */
export function explainRoute(
  complaint: Complaint,
  classification: Classification,
  evidence: Evidence,
): ReasonedRoute {
  const input = { complaint, classification, evidence };
  const rule = RULES.find(({ when }) => when(input));
  if (!rule)
    return { route: "complainant", reason: "The complaint came straight from who complains." };
  const reason = typeof rule.reason === "string" ? rule.reason : rule.reason(input);
  return { route: rule.route, reason };
}

function canAnswerReporter(complaint: Complaint): boolean {
  return !complaint.noReply && isReachable(complaint.reporter?.address);
}

function listIsWrong(evidence: Evidence): boolean {
  return evidence.verdict !== "port-allowed" && evidence.verdict !== "cannot-tell";
}

function provider(complaint: Complaint): string {
  return complaint.wrapper?.provider ?? "The provider";
}
