/**
 * What a stranger can say happened. `report` is X-ARF's own word for it (x-arf.org, schema 0.1.2), where it has one; the rest
 * goes as X-ARF "info".
 */
export const REPORT_KINDS = {
  logins: "login-attack",
  scan: "info",
  web: "info",
  overload: "info",
  spam_mail: "spam",
  spam_web: "info",
  copyright: "copyright",
  irc: "info",
  malware: "malware-attack",
  fraud: "info",
  other: "info",
} as const satisfies Record<string, string>;

export type ReportKind = keyof typeof REPORT_KINDS;
export const REPORT_KIND_NAMES = Object.keys(REPORT_KINDS) as ReportKind[];
