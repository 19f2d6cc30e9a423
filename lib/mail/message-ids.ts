/**
 * The ids of a Message-ID, In-Reply-To or References header (RFC 5322 section 3.6.4), with their angle brackets. Ids some
 * senders write without brackets survive as they stand; comments and prose around ids are dropped. At most 500.
 */
export function readMessageIds(value: string): string[] {
  const bracketed = value.match(/<[^<>\s]{1,900}>/g);
  const ids =
    bracketed ??
    value.split(/[\s,]+/).filter((word) => /^[^<>"]{1,900}$/.test(word) && word.includes("@"));
  return [...new Set(ids)].slice(0, 500);
}
