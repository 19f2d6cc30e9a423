import type { Instant } from "../time/instant.ts";
import { readMailDate } from "../time/mail-date.ts";

const HEADER_BYTES = 128 * 1024;
const MOST_STAMPS = 100;

/**
 * When a mail reached us, for mail whose arrival nobody wrote down: the newest time in its Received and Date headers (RFC
 * 5321 section 4.4: each server puts its own on top). Null when there is none that can be read.
 */
export function receivedAtOf(raw: Uint8Array): Instant | null {
  const stamps = headerLines(raw)
    .filter((line) => /^(?:received|date|delivery-date):/i.test(line))
    .slice(0, MOST_STAMPS)
    .map((line) => readMailDate(stampIn(line)))
    .filter((at) => at !== null);
  return stamps.length === 0 ? null : Math.max(...stamps);
}

function headerLines(raw: Uint8Array): string[] {
  const text = new TextDecoder("latin1").decode(raw.subarray(0, HEADER_BYTES));
  const [header = ""] = text.split(/\r?\n\r?\n/, 1);
  return header.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
}

/** The date stands after the last semicolon of a Received line, after the colon of a Date line. */
function stampIn(line: string): string {
  const from = /^received/i.test(line) ? line.lastIndexOf(";") : line.indexOf(":");
  return line.slice(from + 1).trim();
}
