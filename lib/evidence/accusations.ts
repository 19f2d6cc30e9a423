import type { Complaint, ComplaintEvent, Fact, Protocol } from "../complaints/complaint.ts";
import { type Cidr, type Ip, ipFamily } from "../net/ip.ts";
import type { RelayHistory } from "../relays/history.ts";
import { ourAddressesIn } from "../relays/tenures-at.ts";
import type { Instant, ReadTime } from "../time/instant.ts";
import { impliedPort } from "./implied-port.ts";
import { saysPacketsWereStopped } from "./stopped-packets.ts";

/** Where the accused traffic is said to have gone. Null: the complaint does not say. */
export type Target = { ip: Ip | null; port: number | null; family: 4 | 6 };

/** One event as far as it can be checked: what is accused, which of it is ours, when, and where the traffic went. */
export type Accusation = {
  /** Index into `Complaint.events`; -1 when no event of the complaint says it. */
  event: number;
  /** What the complaint accuses, as it says it. */
  named: Cidr[];
  /** The addresses in it that a relay of ours ever held. */
  ours: Ip[];
  time: ReadTime | null;
  /** Null where the complaint sets no bound. A complaint cannot speak of what came after it, see `written`. */
  earliest: Instant | null;
  latest: Instant | null;
  /** The latest moment the complaint can speak of; null when nobody knows when it was written. */
  written: Instant | null;
  targets: Target[];
  /** Why the targets have a port the complaint does not name; null when it names it, or nobody knows. */
  portReason: string | null;
  /** The port on the accused side, which no exit policy looks at. */
  sourcePort: number | null;
  protocol: Protocol;
  synOnly: boolean;
  /** The receiving side stopped the packets, so that it could see no more than a SYN. */
  stopped: boolean;
};

/** A mail's Date and an event's time come from two clocks, and zones are mistaken for each other. */
const CLOCK_SLACK = 24 * 3600 * 1000;
/** Beyond this many combinations addresses and then ports count as unknown: an answer for all of them is still one. */
const MAX_TARGETS = 256;

/** Every address and network the complaint accuses, each once. */
export function accusedBy({ accused, events }: Pick<Complaint, "accused" | "events">): Cidr[] {
  const named = events.flatMap(({ sourceIp }) => sourceIp ?? []);
  return [...new Set([...accused.map((fact) => fact.value), ...named].map(unmapped))];
}

/**
 * One accusation an event; and one more (-1) for the accused addresses no event names, when there is no event at all or
 * one of these addresses is ours.
 */
export function accusationsIn(
  complaint: Complaint,
  history: RelayHistory,
  receivedAt: Instant | null,
): Accusation[] {
  const accused = [...new Set(complaint.accused.map((fact) => unmapped(fact.value)))];
  const written = writtenBy(complaint, receivedAt);
  const anySyn = complaint.events.some(({ synOnly }) => synOnly);
  const stopped = anySyn && saysPacketsWereStopped(complaint.evidenceText);
  const context = { complaint, history, written, stopped };
  const accusations = complaint.events.map((event, index) =>
    accusation(context, event, index, event.sourceIp ? [unmapped(event.sourceIp)] : accused),
  );
  const left = leftOver(complaint, accused, history);
  if (left.length > 0 || accusations.length === 0) {
    accusations.push(accusation(context, NO_EVENT, -1, left));
  }
  return accusations;
}

/** Date is the sender's clock, and a broken one may be far behind; the later of the two is the more generous. */
function writtenBy({ message }: Complaint, receivedAt: Instant | null): Instant | null {
  const known = [message.date, receivedAt].filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known) + CLOCK_SLACK;
}

/** The end of the window; where all of it lies ahead, as the complaint says it. */
function latestOf({ earliest, latest }: Bounds, written: Instant | null): Instant | null {
  if (latest === null || written === null) return latest ?? written;
  return earliest !== null && earliest > written ? latest : Math.min(latest, written);
}

/** Whether the time given is later than the complaint itself, with a day of slack given already. */
export function liesAhead({
  earliest,
  written,
}: Pick<Accusation, "earliest" | "written">): boolean {
  return earliest !== null && written !== null && earliest > written;
}

type Context = {
  complaint: Complaint;
  history: RelayHistory;
  written: Instant | null;
  stopped: boolean;
};

const NO_EVENT: ComplaintEvent = {
  time: null,
  sourceIp: null,
  sourcePort: null,
  destinationIp: null,
  destinationPort: null,
  protocol: "unknown",
  synOnly: false,
};

function leftOver(complaint: Complaint, accused: Cidr[], history: RelayHistory): Cidr[] {
  if (complaint.events.length === 0) return accused;
  if (complaint.events.some((event) => event.sourceIp === null)) return [];
  const named = new Set<Cidr>(
    complaint.events.flatMap((event) => (event.sourceIp ? unmapped(event.sourceIp) : [])),
  );
  return accused.filter(
    (cidr) =>
      !named.has(cidr) && ourAddressesIn(history, cidr).some((address) => !named.has(address)),
  );
}

function accusation(
  { complaint, history, written, stopped }: Context,
  event: ComplaintEvent,
  index: number,
  named: Cidr[],
): Accusation {
  const bounds = boundsOf(event.time);
  const implied = namesPort(complaint, event) ? null : impliedPort(complaint, named);
  return {
    event: index,
    named,
    ours: [...new Set(named.flatMap((cidr) => ourAddressesIn(history, cidr)))],
    time: event.time,
    earliest: bounds.earliest,
    latest: latestOf(bounds, written),
    written,
    targets: targetsOf(complaint, event, named, implied?.port ?? null),
    portReason: implied?.reason ?? null,
    sourcePort: event.sourcePort ?? soleValue(complaint.sourcePorts),
    protocol: event.protocol === "unknown" ? complaint.protocol : event.protocol,
    synOnly: event.synOnly,
    stopped: event.synOnly && stopped,
  };
}

type Bounds = { earliest: Instant | null; latest: Instant | null };

function boundsOf(time: ReadTime | null): Bounds {
  const earliest = time?.earliest ?? time?.at ?? null;
  const latest = time?.latest ?? time?.at ?? null;
  if (earliest === null || latest === null || earliest <= latest) return { earliest, latest };
  return { earliest: latest, latest: earliest };
}

/**
 * What an event leaves open, the complaint may say elsewhere. A packet from an IPv4 address went to an IPv4 address, so
 * an unknown destination has the family of the accused one.
 */
function targetsOf(
  complaint: Complaint,
  event: ComplaintEvent,
  named: Cidr[],
  implied: number | null,
): Target[] {
  const family = ipFamily(named[0] ?? "0.0.0.0");
  const ports = event.destinationPort
    ? [event.destinationPort]
    : unlessTooMany(implied ? [implied] : values(complaint.destinationPorts), MAX_TARGETS);
  const ips = event.destinationIp
    ? [unmapped(event.destinationIp)]
    : unlessTooMany(values(complaint.destinations).map(unmapped), MAX_TARGETS / ports.length);
  return ips.flatMap((ip) =>
    ports.map((port) => ({ ip, port, family: ip === null ? family : ipFamily(ip) })),
  );
}

function namesPort(complaint: Complaint, event: ComplaintEvent): boolean {
  return event.destinationPort !== null || complaint.destinationPorts.length > 0;
}

function unlessTooMany<T>(all: T[], limit: number): (T | null)[] {
  return all.length === 0 || all.length > limit ? [null] : all;
}

/** A server that listens on both families writes IPv4 peers as IPv4-mapped addresses into its log. */
function unmapped(ip: Cidr): Cidr {
  return /^::ffff:([0-9.]+)$/.exec(ip)?.[1] ?? ip;
}

function values<T>(facts: Fact<T>[]): T[] {
  return [...new Set(facts.map((fact) => fact.value))];
}

function soleValue<T>(facts: Fact<T>[]): T | null {
  const all = values(facts);
  return all.length === 1 ? (all[0] ?? null) : null;
}
