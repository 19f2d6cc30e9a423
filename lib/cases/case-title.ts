import type { ComplaintType } from "../classify/classification.ts";
import type { Triage } from "../triage/triage.ts";

const MAX_TITLE = 140;

/** The types as people say them. */
export const TYPE_NAMES: Record<ComplaintType, string> = {
  copyright: "Copyright notice",
  bruteforce: "Login attempts",
  portscan: "Port scan",
  ddos: "Denial of service",
  webattack: "Web attack",
  spam_email: "Spam by mail",
  spam_web: "Spam on a website",
  irc: "IRC abuse",
  phishing_malware: "Phishing or malware",
  fraud: "Fraud",
  threats: "Threats",
  csam: "Child abuse material",
  law_enforcement: "Request of an authority",
  blocklist_notice: "Blocklist entry",
  block_request: "How to block Tor",
  isp_notice: "Provider's notice",
  autoresponse_bounce: "Automatic answer",
  other_not_complaint: "Not a complaint",
};

/** The case in a few words: the type and our address; for mail that accuses nobody, its subject. */
export function caseTitle({ complaint, classification, evidence }: Triage): string {
  const { type, innerType } = classification;
  if (complaint.problems.some((problem) => problem.code === "unreadable")) return "Unreadable mail";
  const subject = complaint.message.subject.trim() || "no subject";
  if (type === "autoresponse_bounce" || type === "other_not_complaint")
    return cut(`${TYPE_NAMES[type]}: ${subject}`);
  const ip = evidence.relays[0]?.ip ?? complaint.accused[0]?.value;
  const what = TYPE_NAMES[type === "isp_notice" && innerType ? innerType : type];
  const work = type === "copyright" && complaint.work ? `: ${complaint.work.value}` : "";
  return cut(ip ? `${what} about ${ip}${work}` : `${what}: ${subject}`);
}

function cut(text: string): string {
  return text.length <= MAX_TITLE ? text : `${text.slice(0, MAX_TITLE - 1)}…`;
}
