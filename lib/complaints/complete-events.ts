import { ipFamily } from "../net/ip.ts";
import type { ComplaintEvent, Fact } from "./complaint.ts";
import type { Facts } from "./facts.ts";

/**
 * Prose says when in one sentence and where in another. An event that names neither the other side nor its port gets the
 * one destination and the one port the complaint states; where it states several, nobody can tell which, and it stays open.
 */
export function completeEvents(
  events: ComplaintEvent[],
  { destinations, destinationPorts }: Pick<Facts, "destinations" | "destinationPorts">,
): ComplaintEvent[] {
  const ip = sole(destinations);
  const port = sole(destinationPorts);
  return events.map((event) => {
    if (event.destinationIp !== null || event.destinationPort !== null) return event;
    const from = event.sourceIp;
    const reachable = ip !== null && (from === null || ipFamily(from) === ipFamily(ip));
    return { ...event, destinationIp: reachable ? ip : null, destinationPort: port };
  });
}

function sole<T>(facts: Fact<T>[]): T | null {
  const [first] = facts;
  return first !== undefined && facts.every(({ value }) => value === first.value)
    ? first.value
    : null;
}
