import type { Rule } from "../rule.ts";
import { BRUTEFORCE_RULES, DDOS_RULES, PORTSCAN_RULES, WEBATTACK_RULES } from "./attack-rules.ts";
import { COPYRIGHT_RULES, FRAUD_RULES, PHISHING_MALWARE_RULES } from "./content-rules.ts";
import { CSAM_RULES, LAW_ENFORCEMENT_RULES, THREATS_RULES } from "./grave-rules.ts";
import { ISP_RULES } from "./isp-rules.ts";
import { BLOCK_REQUEST_RULES, BLOCKLIST_RULES, COMPLAINT_RULES } from "./list-rules.ts";
import { IRC_RULES, SPAM_EMAIL_RULES, SPAM_WEB_RULES } from "./messaging-rules.ts";
import { AUTORESPONSE_RULES, OTHER_RULES } from "./not-complaint-rules.ts";
import { SPOKEN_RULES } from "./spoken-rules.ts";

export const ALL_RULES: readonly Rule[] = [
  ...LAW_ENFORCEMENT_RULES,
  ...CSAM_RULES,
  ...THREATS_RULES,
  ...COPYRIGHT_RULES,
  ...PHISHING_MALWARE_RULES,
  ...FRAUD_RULES,
  ...BRUTEFORCE_RULES,
  ...PORTSCAN_RULES,
  ...DDOS_RULES,
  ...WEBATTACK_RULES,
  ...SPAM_EMAIL_RULES,
  ...SPAM_WEB_RULES,
  ...IRC_RULES,
  ...BLOCKLIST_RULES,
  ...BLOCK_REQUEST_RULES,
  ...ISP_RULES,
  ...AUTORESPONSE_RULES,
  ...OTHER_RULES,
  ...COMPLAINT_RULES,
  ...SPOKEN_RULES,
];
