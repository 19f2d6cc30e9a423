import type { Message } from "../mail/message.ts";
import { parseCidr } from "../net/cidr.ts";
import { type Cidr, type Ip, parseIp } from "../net/ip.ts";
import { parsePort } from "../net/port.ts";
import type { Instant, ReadTime } from "../time/instant.ts";
import { readTimes } from "../time/read-times.ts";
import type { ComplaintEvent, Fact, Format, Protocol, Span } from "./complaint.ts";
import type { Document } from "./documents.ts";

/** What a reader of one format is given. */
export type FormatInput = {
  message: Message;
  documents: Document[];
  /** When the complaint was written or came in: gives logs their year. */
  reference: Instant | null;
};

/** What one format says. An empty list leaves the question to the general reader. */
export type Facts = {
  accused: Fact<Cidr>[];
  destinations: Fact<Ip>[];
  destinationPorts: Fact<number>[];
  sourcePorts: Fact<number>[];
  protocol: Protocol;
  events: ComplaintEvent[];
  refs: Fact<string>[];
  work: Fact<string> | null;
  claimedType: string | null;
};

/** One format: `recognise` is cheap and strict, `read` never throws. */
export type FormatReader = {
  format: Format;
  recognise: (input: FormatInput) => boolean;
  read: (input: FormatInput) => Facts;
  /** Texts that are all fields of this format: the general reader leaves them alone. */
  owns?: (document: Document) => boolean;
};

export const NO_EVENT: ComplaintEvent = {
  time: null,
  sourceIp: null,
  sourcePort: null,
  destinationIp: null,
  destinationPort: null,
  protocol: "unknown",
  synOnly: false,
};

export function noFacts(): Facts {
  return {
    accused: [],
    destinations: [],
    destinationPorts: [],
    sourcePorts: [],
    protocol: "unknown",
    events: [],
    refs: [],
    work: null,
    claimedType: null,
  };
}

/** A value with its place; null place where the text is not a part of the mail as such. */
export function factAt<T>(value: T, document: Document, start: number, end: number): Fact<T> {
  return { value, span: spanOf(document, start, end) };
}

export function spanOf(document: Document, start: number, end: number): Span | null {
  return document.source === null ? null : { source: document.source, start, end };
}

/** A field of a machine format: its value and where the value stands. */
export type Field = { key: string; value: string; document: Document; start: number };

/** The field as an address fact, refanged; nothing when it is not one. */
export function addressFacts(field: Field | null | undefined): Fact<Cidr>[] {
  const text = plainAddress(field?.value ?? "");
  const value = parseCidr(text);
  if (!field || value === null) return [];
  return [factAt(value, field.document, field.start, field.start + field.value.length)];
}

export function plainAddress(text: string): string {
  return (
    text
      .trim()
      .replace(/^["'<[(]+|(?<!["'>\])])["'>\])]+$/g, "")
      .replace(/\[(\.|dot)\]|\((?:\.|dot)\)/gi, ".")
      .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
      // An IPv4 address as a dual-stack socket shows it (RFC 4291 section 2.5.5.2).
      .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "")
  );
}

export function ipOf(text: string | undefined): Ip | null {
  return parseIp(plainAddress(text ?? ""));
}

export function portFacts(field: Field | null | undefined): Fact<number>[] {
  if (!field) return [];
  return [...field.value.matchAll(/\d+/g)].slice(0, 20).flatMap((match) => {
    const port = parsePort(match[0]);
    const start = field.start + match.index;
    return port === null ? [] : [factAt(port, field.document, start, start + match[0].length)];
  });
}

export function textFact(field: Field | null | undefined): Fact<string>[] {
  const value = field?.value.trim() ?? "";
  if (!field || value === "" || value.length > 300) return [];
  return [factAt(value, field.document, field.start, field.start + field.value.length)];
}

/** The first time a field gives. */
export function timeOf(text: string | undefined, reference: Instant | null): ReadTime | null {
  if (!text) return null;
  return readTimes(text.slice(0, 200), { reference })[0]?.time ?? null;
}

export function protocolOf(text: string | undefined): Protocol {
  const word = /\b(tcp|udp|icmp)/i.exec(text ?? "")?.[1]?.toLowerCase();
  return word === "tcp" || word === "udp" || word === "icmp" ? word : "unknown";
}
