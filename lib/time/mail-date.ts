import type { Instant } from "./instant.ts";

/** The Date header of a mail (RFC 5322 section 3.3). Null when unreadable. */
export function readMailDate(value: string): Instant | null {
  const at = Date.parse(value.slice(0, 200).replace(/\([^)]*\)/g, " "));
  return Number.isFinite(at) ? at : null;
}
