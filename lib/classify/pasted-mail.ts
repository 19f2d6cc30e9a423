/** The first lines of a mail's header as it arrives: what people paste, or forward inline, when they complain of a mail. */
const HEADER_START =
  /^[>\s]{0,6}(?:return-path|delivered-to|x-original-to|x-account-key|x-mozilla-status|x-envelope-from|received|dkim-signature|arc-seal|authentication-results):\s/im;

/**
 * Cuts off a pasted mail: its words are those of the spam, not of the complaint. `pasted` tells that there was one.
 */
export function withoutPastedMail(text: string): { text: string; pasted: boolean } {
  const at = text.search(HEADER_START);
  return at < 0 ? { text, pasted: false } : { text: text.slice(0, at), pasted: true };
}
