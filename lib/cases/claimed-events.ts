import type { Ip } from "../net/ip.ts";
import type { StoredTriage } from "./stored-triage.ts";

/** What an exit policy can be asked about one event. Null: the complaint does not say. */
export type ClaimedEvent = {
  sourceIp: Ip | null;
  destinationIp: Ip | null;
  destinationPort: number | null;
  protocol: string;
};

type Said = Pick<
  StoredTriage["complaint"],
  "events" | "accused" | "destinations" | "destinationPorts" | "protocol"
>;

/**
 * The events of a complaint, flat. What it names once for all of them (one target, one port) is each event's; a
 * complaint without a list of events is one event, if it names a target or a port at all.
 */
export function claimedEvents(said: Said): ClaimedEvent[] {
  const one = {
    sourceIp: only(said.accused.map(({ value }) => value)),
    destinationIp: only(said.destinations.map(({ value }) => value)),
    destinationPort: only(said.destinationPorts.map(({ value }) => value)),
  };
  if (said.events.length === 0) {
    const namesNothing = one.destinationIp === null && one.destinationPort === null;
    return namesNothing ? [] : [{ ...one, protocol: said.protocol }];
  }
  return said.events.map((event) => ({
    sourceIp: event.sourceIp ?? one.sourceIp,
    destinationIp: event.destinationIp ?? one.destinationIp,
    destinationPort: event.destinationPort ?? one.destinationPort,
    protocol: event.protocol,
  }));
}

function only<T>(values: readonly T[]): T | null {
  const [first, ...more] = new Set(values);
  return more.length === 0 ? (first ?? null) : null;
}
