import type { Cidr, Ip } from "../net/ip.ts";
import { isPublicIp } from "../net/special-range.ts";
import { arrivalEvents } from "./arrival-events.ts";
import { chooseAccused } from "./choose-accused.ts";
import type { Fact } from "./complaint.ts";
import { ofRecipients } from "./contact-lines.ts";
import { type Facts, type FormatInput, type FormatReader, factAt, noFacts } from "./facts.ts";
import { judgePeers, type Mention, mentionsIn } from "./mentions.ts";
import { readEvents } from "./read-events.ts";
import { type ReadDocument, readPorts } from "./read-ports.ts";
import { originIn, originOf, pastedHeaders } from "./received-chain.ts";

/**
 * What any complaint says in labels, tables, log lines and prose, whatever its format. `known` is what its format said:
 * the accused addresses it names are believed.
 */
export function readGeneral(input: FormatInput, known: Facts, reader: FormatReader | null): Facts {
  const read = input.documents
    .filter((document) => !reader?.owns?.(document))
    .map((document) => ({ document, ...mentionsIn(document) }));
  const mentions = read.flatMap((each) => each.mentions);
  const accused = known.accused.length > 0 ? known.accused : accusedIn(input, read);
  const set = new Set(accused.map(({ value }) => value));
  judgePeers(mentions, set);
  const ports = readPorts(input, read, set, known.claimedType === "copyright");
  const events = readEvents(input, read, set);
  const timed = [...known.events, ...events].some(({ time }) => time !== null);
  return {
    ...noFacts(),
    accused,
    destinations: victims(mentions, set),
    destinationPorts: ports.destination,
    sourcePorts: ports.source,
    protocol: ports.protocol,
    events: timed ? events : arrivalEvents(input.message, read, set),
  };
}

/** Those the words accuse; for a mail that only shows a spam, where that came from. */
function accusedIn({ message }: FormatInput, read: ReadDocument[]): Fact<Cidr>[] {
  const mentions = read.flatMap((each) => each.mentions);
  const assigned = ofRecipients(mentions, message);
  const said = chooseAccused(assigned.length > 0 ? assigned : mentions);
  if (said.length > 0) return said;
  const nested = originIn(message);
  if (nested.length > 0) return nested;
  for (const headers of read.flatMap(({ lines }) => pastedHeaders(lines))) {
    const hop = originOf(headers);
    if (hop !== null) return [{ value: hop, span: null }];
  }
  return [];
}

const MAX_DESTINATIONS = 200;

function victims(mentions: Mention[], accused: Set<string>): Fact<Ip>[] {
  const found = new Map<Ip, Fact<Ip>>();
  for (const { value, judgement, document, start, end } of mentions) {
    if (judgement?.role !== "victim" || accused.has(value) || value.includes("/")) continue;
    if (!found.has(value) && found.size < MAX_DESTINATIONS && isPublicIp(value))
      found.set(value, factAt(value, document, start, end));
  }
  return [...found.values()];
}
