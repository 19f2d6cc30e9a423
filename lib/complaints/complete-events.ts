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

/** Rows counted by the day give each day as its midnight. Three and no other clock among them: no time of day was said. */
export function daysOnly(events: ComplaintEvent[]): ComplaintEvent[] {
  const timed = events.filter(({ time }) => time?.at != null);
  if (timed.length < LEAST_ROWS || !timed.every(({ time }) => MIDNIGHT.test(time?.local ?? "")))
    return events;
  return events.map((event) => {
    const { time } = event;
    if (time?.at == null) return event;
    const local = time.local?.slice(0, "2020-03-04".length) ?? "";
    const day = {
      at: null,
      earliest: time.at,
      latest: time.at + DAY - 1,
      precision: "day",
    } as const;
    return { ...event, time: { ...time, ...day, local } };
  });
}

const LEAST_ROWS = 3;
const DAY = 86_400_000;
const MIDNIGHT = /T00:00:00$/;

function sole<T>(facts: Fact<T>[]): T | null {
  const [first] = facts;
  return first !== undefined && facts.every(({ value }) => value === first.value)
    ? first.value
    : null;
}
