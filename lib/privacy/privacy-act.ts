/** What one act for privacy's sake came to: numbers only, never a word of what it was about. */
export type PrivacyCounts = {
  /** Mails whose bytes are gone, cases whose record is. */
  mails: number;
  records: number;
  /** Cases that were left as they are, because of a hold, a seal or a letter on its way. */
  left: number;
};
export type PrivacyActKind = "purge" | "export" | "redact" | "retention";
