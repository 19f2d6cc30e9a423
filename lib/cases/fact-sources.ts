import type { Span } from "../complaints/complaint.ts";
import { findIps } from "../complaints/find-ips.ts";
import type { StoredMessage } from "./stored-triage.ts";

export type Source = { source: string; text: string };

/** Every text of a mail that the page shows, by the name its marks use. Body first: facts are looked for in this order. */
export function sourcesOf(message: StoredMessage): Source[] {
  const { from } = message;
  return [
    { source: "body", text: message.body },
    { source: "subject", text: message.subject },
    { source: "from", text: from ? senderText(from) : "" },
    ...message.parts.map(({ id, text }) => ({ source: id, text: text ?? "" })),
    ...message.nested.map(({ partId, body }) => ({ source: `nested-${partId}`, text: body })),
  ];
}

/** The sender as the page writes it. */
export function senderText({ name, address }: { name: string; address: string }): string {
  return name ? `${name} <${address}>` : address;
}

/** A log of one address is not marked without end. */
const MOST_PLACES = 200;

/** Each address of the mail in canonical text with all its places, defanged ones too. */
export function addressPlaces(sources: readonly Source[]): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  for (const { source, text } of sources) {
    for (const { value, start, end } of findIps(text)) {
      const known = places.get(value) ?? [];
      if (known.length < MOST_PLACES) places.set(value, [...known, { source, start, end }]);
    }
  }
  return places;
}
