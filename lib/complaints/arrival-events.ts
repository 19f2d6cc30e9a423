import type { Message } from "../mail/message.ts";
import { type FoundTime, readTimes } from "../time/read-times.ts";
import type { ComplaintEvent } from "./complaint.ts";
import { NO_EVENT } from "./facts.ts";
import { findIps } from "./find-ips.ts";
import type { ReadDocument } from "./read-ports.ts";
import { type Header, pastedHeaders } from "./received-chain.ts";

/**
 * When the mail complained about came from the accused, by the hop that took it (RFC 5321 section 4.4: the time behind the
 * last semicolon of `Received`). For complaints that show a mail and say no time of their own: nobody stated that this is
 * when it happened, so the time counts as assumed.
 */
export function arrivalEvents(
  message: Message,
  read: ReadDocument[],
  accused: Set<string>,
): ComplaintEvent[] {
  const mails: Header[][] = [
    ...message.nested.map(({ message: nested }) => nested.headers),
    ...read.flatMap(({ lines }) => pastedHeaders(lines)),
  ];
  for (const headers of mails) {
    const found = headers.flatMap((header) => arrivalIn(header, accused) ?? []);
    // Newest first: the lowest hop that names the accused is the one that met it.
    const last = found.at(-1);
    if (last) return [last];
  }
  return [];
}

function arrivalIn({ name, value }: Header, accused: Set<string>): ComplaintEvent | null {
  if (name !== "received") return null;
  const sender = /^\s*from\s([\s\S]{0,600}?)\sby\s/i.exec(value)?.[1] ?? "";
  const source = findIps(sender).find((ip) => accused.has(ip.value));
  const found: FoundTime | undefined = readTimes(value.slice(value.lastIndexOf(";") + 1), {
    reference: null,
  })[0];
  if (!source || found?.time.at == null) return null;
  return {
    ...NO_EVENT,
    time: { ...found.time, zone: "assumed" },
    sourceIp: source.value,
    protocol: "tcp",
  };
}
