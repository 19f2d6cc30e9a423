/** Stable identifiers, see product.md "Complaint types". */
export const COMPLAINT_TYPES = [
  "copyright",
  "bruteforce",
  "portscan",
  "ddos",
  "webattack",
  "spam_email",
  "spam_web",
  "irc",
  "phishing_malware",
  "fraud",
  "threats",
  "csam",
  "law_enforcement",
  "blocklist_notice",
  "block_request",
  "isp_notice",
  "autoresponse_bounce",
  "other_not_complaint",
] as const;
export type ComplaintType = (typeof COMPLAINT_TYPES)[number];

/** The conclusion with its reasons, strongest first; each reason is a sentence for the operator. */
export type Classification = {
  type: ComplaintType;
  /** The complaint inside an isp_notice, when there is one. */
  innerType: ComplaintType | null;
  isComplaint: boolean;
  /** 0..1, calibrated. */
  confidence: number;
  reasons: string[];
  /** What was seen in it, in our own words: what a lesson counts, see `taught.ts`. Absent from what was kept long ago. */
  seen?: string[];
};
