import type { Ip } from "../net/ip.ts";

/** `$` and spaces as tor prints them are dropped; 40 hexadecimal digits in upper case, or null. */
export function parseFingerprint(text: string): string | null {
  const bare = text.slice(0, 80).replace(/^\$/, "").replaceAll(" ", "").toUpperCase();
  return /^[0-9A-F]{40}$/.test(bare) ? bare : null;
}

/** An item of a family list: `$HEX`, with `=nickname` or `~nickname` behind it. Null for a nickname alone. */
export function familyFingerprint(item: string): string | null {
  return parseFingerprint(item.split(/[=~]/, 1)[0] ?? "");
}

/**
 * A relay known only from a torrc has no fingerprint, and `Relay.fingerprint` is unique: until one is typed or learnt
 * from a descriptor it goes by its nickname and its first address. Never mistaken for a fingerprint: it is not
 * hexadecimal. `learn.ts` puts the real one in its place, `saveRelay` takes over the row.
 */
export function placeholderFingerprint(nickname: string, ip: Ip | null): string {
  return `unknown:${nickname}@${ip ?? "no address"}`;
}
