import type { Triage } from "../triage/triage.ts";
import type { CaseLine } from "./case.ts";

const MAX_NAME = 120;
const MAX_SUMMARY = 300;

/** What the queue's row says about this complaint. */
export function caseLine({ complaint, evidence }: Triage): CaseLine {
  const relay = evidence.relays[0] ?? null;
  const event = complaint.events.find((one) => one.time?.at != null) ?? complaint.events[0];
  const from = complaint.reporter ?? complaint.message.from;
  return {
    from: (from?.address || from?.name || "unknown sender").slice(0, MAX_NAME),
    forwardedBy: complaint.forwardedBy?.slice(0, MAX_NAME) ?? null,
    ip: relay?.ip ?? event?.sourceIp ?? complaint.accused[0]?.value ?? null,
    relay: relay?.nickname ?? null,
    target: target(
      event?.destinationIp ?? complaint.destinations[0]?.value ?? null,
      event?.destinationPort ?? complaint.destinationPorts[0]?.value ?? null,
    ),
    eventAt: event?.time?.at ?? null,
    ticket: (complaint.wrapper?.ticket ?? complaint.refs[0]?.value)?.slice(0, MAX_NAME) ?? null,
    summary: evidence.summary.slice(0, MAX_SUMMARY),
  };
}

/** What a view of the queue can ask for beside type and verdict. */
export type CaseFacets = { relay: string | null; source: string; language: string };

/** `source`: who has to be answered, the provider's name, else the domain of who complains; lower case. */
export function caseFacets(triage: Triage): CaseFacets {
  const { from, forwardedBy, relay } = caseLine(triage);
  const source = forwardedBy ?? from.slice(from.lastIndexOf("@") + 1);
  return { relay, source: source.toLowerCase(), language: triage.complaint.language };
}

function target(ip: string | null, port: number | null): string | null {
  if (ip === null) return port === null ? null : `:${port}`;
  if (port === null) return ip;
  return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}
