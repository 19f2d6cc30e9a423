/** What a token may do: hand in mail; read the reports as files; read the numbers a monitor draws. One each. */
export const API_SCOPES = ["intake", "reports", "metrics"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** What can be made on the page. Only mail is signed: what is read is the same however often it is asked for. */
export const TOKEN_KINDS = ["intake", "intake-signed", "reports", "metrics"] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

export function scopeOf(kind: TokenKind): ApiScope {
  return kind === "intake-signed" ? "intake" : kind;
}

/** Requests a minute of one token. A report of many cases is work for the whole desk. */
export const PER_MINUTE: Readonly<Record<ApiScope, number>> = {
  intake: 600,
  reports: 30,
  metrics: 60,
};

/** In words, for refusals. */
export const SCOPE_WORDS: Readonly<Record<ApiScope, string>> = {
  intake: "hand in mail",
  reports: "read reports",
  metrics: "read metrics",
};
