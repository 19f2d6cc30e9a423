import { type FormatReader, noFacts } from "../facts.ts";

/**
 * fail2ban's mails: `complain.conf`, `mail-whois[-lines].conf`, and the "automatic abuse report" script many copied. Their
 * facts stand in a label and in log lines, which the general reader knows.
 */
export const fail2ban: FormatReader = {
  format: "fail2ban",
  recognise: ({ message: { subject, body } }) =>
    /^\s*(?:\[External[^\]]*\]\s*)?\[Fail2Ban\]/i.test(subject) ||
    MARKS.some((mark) => mark.test(body.slice(0, 6_000))),
  read: noFacts,
};

const MARKS = [
  /\bfail2ban\b/i,
  /Lines containing failures of/i,
  /according to (?:abusix\.com|a whois lookup)/i,
  /automatic abuse report for (?:the )?IP address/i,
];
