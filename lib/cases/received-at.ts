import type { Instant } from "../time/instant.ts";

const HEAD_BYTES = 64 * 1024;

/**
 * When the mail reached the operator's server: the topmost Received field is written by that server (RFC 5321 section
 * 4.4). Without one, the Date field. Never later than `seenAt`, when the desk took it: relative deadlines count from here.
 */
export function receivedAt(raw: Uint8Array, seenAt: Instant): Instant {
  const head = Buffer.from(raw.subarray(0, HEAD_BYTES)).toString("latin1");
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const fields = head
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);
  const received = fieldValue(fields, "received:");
  const at = received
    ? Date.parse(received.slice(received.lastIndexOf(";") + 1))
    : Date.parse(fieldValue(fields, "date:") ?? "");
  return Number.isFinite(at) && at > 0 && at <= seenAt ? at : seenAt;
}

function fieldValue(fields: string[], name: string): string | null {
  return fields.find((field) => field.toLowerCase().startsWith(name))?.slice(name.length) ?? null;
}
