/**
 * What one mail may cost. A breach is a Problem on the message, never a refusal: the raw bytes are stored anyway, and a
 * complaint must not be hidden by padding it (1,001 parts are enough to make mailparser refuse a whole mail).
 */
export const MAIL_LIMITS = {
  /** Bytes of the raw mail that are read; the rest is cut off. Usual servers take 10-50 MB. */
  rawBytes: 40 * 1024 * 1024,
  /** Bytes of one header block: a thousand times a usual one, below mailparser's own 1 MB. */
  headerBytes: 256 * 1024,
  headerLines: 2_000,
  headerValueChars: 32 * 1024,
  mailboxes: 200,
  /** MIME parts of one mail; mailparser refuses the mail beyond this. */
  parts: 1_000,
  /** Mails inside mails inside mails. */
  nestedDepth: 6,
  /** Nested mails in all, over every depth. */
  nestedMessages: 60,
  /** Bytes of all nested mails together: a mail counts once for each level it lies in. */
  nestedBytes: 80 * 1024 * 1024,
  /** Characters of one part's text; logs of a few megabytes are real, more is not read by anybody. */
  textChars: 4 * 1024 * 1024,
  /** Characters of HTML turned into text. */
  htmlChars: 1024 * 1024,
  /** Milliseconds the MIME splitter may take before what it has so far is used. */
  splitMs: 10_000,
} as const;
