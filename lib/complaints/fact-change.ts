import { parseCidr } from "../net/cidr.ts";
import { parseIp } from "../net/ip.ts";
import { parsePort } from "../net/port.ts";
import type { ReadTime } from "../time/instant.ts";
import { readTimes } from "../time/read-times.ts";
import { readZone, type Zone } from "../time/zone.ts";

/** What a person may correct. `zone`: of all times the mail gives without one. */
export const FACT_FIELDS = [
  "accused",
  "destination",
  "destinationPort",
  "ownPort",
  "protocol",
  "eventTime",
  "zone",
  "deadline",
  "reference",
  "reporter",
  "work",
  "language",
  "originalLanguage",
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/**
 * What a person says a mail means, as text, so that it holds however the mail is read next time. `from` null: a fact the
 * desk had missed. `to` null: no fact at all. `as`: a fact of another kind, e.g. an address that is theirs, not ours.
 */
export type FactChange = {
  field: FactField;
  from: string | null;
  to: string | null;
  as?: FactField;
};

type Parsed = { ok: true; change: FactChange } | { ok: false; text: string };
const MAX_TEXT = 300;
const TIME_EXAMPLE = "2026-03-01 10:04:11 UTC";

/** Reads what a person typed into one canonical change; on failure one sentence that names the remedy. */
export function parseFactChange(typed: {
  field: FactField;
  from: string | null;
  to: string | null;
  as?: FactField | undefined;
}): Parsed {
  const { field, from } = typed;
  const as = typed.as === field ? undefined : typed.as;
  if (as !== undefined && OTHER_KIND[field] !== as)
    return { ok: false, text: "This fact cannot be of that kind." };
  const given = typed.to?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim() ?? "";
  if (given === "") return gone(field, from);
  const target = as ?? field;
  const to = given.length > MAX_TEXT ? null : PARSERS[target](given);
  if (to === null) return { ok: false, text: HINTS[target] };
  if (to === from && as === undefined) return { ok: false, text: "That is what it says already." };
  return { ok: true, change: as === undefined ? { field, from, to } : { field, from, to, as } };
}

function gone(field: FactField, from: string | null): Parsed {
  if (from === null) return { ok: false, text: "Write what it is." };
  return { ok: true, change: { field, from, to: null } };
}

/** "Is this ours or theirs?" */
const OTHER_KIND: Partial<Record<FactField, FactField>> = {
  accused: "destination",
  destination: "accused",
  destinationPort: "ownPort",
  ownPort: "destinationPort",
};

const port = (text: string) => parsePort(text)?.toString() ?? null;
const asItIs = (text: string) => text;
const language = (text: string) =>
  /^[a-z]{2}$/.test(text.toLowerCase()) ? text.toLowerCase() : null;

const PARSERS: Record<FactField, (text: string) => string | null> = {
  accused: parseCidr,
  destination: parseIp,
  destinationPort: port,
  ownPort: port,
  protocol: (text) =>
    ["tcp", "udp", "icmp", "unknown"].includes(text.toLowerCase()) ? text.toLowerCase() : null,
  eventTime: (text) => (timeOfText(text) === null ? null : text),
  zone: (text) => (zoneOfText(text) === null ? null : text),
  deadline: (text) => (timeOfText(text) === null ? null : text),
  reference: asItIs,
  reporter: (text) => (mailboxOfText(text) === null ? null : text),
  work: asItIs,
  language,
  originalLanguage: language,
};

const HINTS: Record<FactField, string> = {
  accused: "Write one address or network, such as 192.0.2.7 or 192.0.2.0/24.",
  destination: "Write one address, such as 203.0.113.9 or 2001:db8::1.",
  destinationPort: "Write one port from 1 to 65535.",
  ownPort: "Write one port from 1 to 65535.",
  protocol: "Choose TCP, UDP, ICMP or not known.",
  eventTime: `Write one time with its zone, such as ${TIME_EXAMPLE} or 2026-03-01 12:04 +02:00.`,
  zone: "Write one zone that means one thing: UTC, +02:00 or Europe/Berlin.",
  deadline: `Write one time with its zone, such as ${TIME_EXAMPLE}.`,
  reference: `A reference has at most ${MAX_TEXT} characters.`,
  reporter: "Write one address, such as Nora Quist <nora@shop.example>.",
  work: `A title has at most ${MAX_TEXT} characters.`,
  language: "Write the two letters of the language, such as en or de.",
  originalLanguage: "Write the two letters of the language, such as en or de.",
};

/** The one instant a person wrote; null without a zone, with an ambiguous one or with anything beside it. */
export function timeOfText(text: string): ReadTime | null {
  const found = readTimes(text, { reference: null });
  const [only] = found;
  if (!only || found.length !== 1 || only.time.at === null || only.time.zone !== "stated")
    return null;
  return only.start === 0 && only.end === text.length ? only.time : null;
}

/** The one zone a person wrote; null when the word means several. */
export function zoneOfText(text: string): Zone | null {
  const found = readZone(text, 0);
  if (!found || found.end !== text.length) return null;
  return found.zone.readings.length === 1 ? found.zone : null;
}

/** `Nora <nora@shop.example>` or the bare address. */
export function mailboxOfText(text: string): { name: string; address: string } | null {
  const angle = text.indexOf("<");
  const address = (angle < 0 ? text : text.slice(angle + 1).replace(/>$/, "")).trim();
  if (!/^[^\s<>@,;:"()]{1,64}@[^\s<>@,;:"()]{1,190}$/.test(address)) return null;
  return { name: angle < 0 ? "" : text.slice(0, angle).replaceAll('"', "").trim(), address };
}
