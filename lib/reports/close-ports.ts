import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { readEvents } from "../cases/claimed-event-store.ts";
import { relayPolicy } from "../cases/relay-policy.ts";
import { coverageOf, MAX_EVENTS } from "../cases/what-if.ts";
import type { Db } from "../db/client.ts";
import { parsePolicyText } from "../exit-policy/parse-policy-text.ts";
import { proposeLines } from "../exit-policy/propose-lines.ts";
import { type Period, startOf } from "./period.ts";

/** What closing the ports would have meant for the complaints of a period, counted in mails. */
export type ClosedPorts = {
  ports: string[];
  /** The lines as a torrc has them, to go on with on the policy page. */
  lines: string[];
  /** Whose policy is changed; null: tor's default policy. */
  relay: string | null;
  /** Would not have come: an event of theirs was let out, and would not have been. */
  covered: number;
  /** Would perhaps not have come: they do not name what decides. */
  perhaps: number;
  /** That name a target or an event at all. */
  looked: number;
  /** There were more events than are looked at: the newest were. */
  isCut: boolean;
};

const MAX_PORTS = 10;

/** The ports and ranges of `22, 6660-6669`, those that are none left out. */
export function readPorts(text: string): string[] {
  const parts = text.slice(0, 200).split(/[\s,;]+/);
  return [...new Set(parts.filter(isPortRange))].slice(0, MAX_PORTS);
}

function isPortRange(text: string): boolean {
  if (!/^\d{1,5}(-\d{1,5})?$/.test(text)) return false;
  const [first = 0, last = first] = text.split("-").map(Number);
  return first >= 1 && last <= 65_535 && first <= last;
}

/** Holds the complaints of the period against a policy without these ports. Null: there is no policy to change. */
export async function closePorts(
  db: Db,
  viewer: Viewer,
  { ports, period, relayId }: { ports: readonly string[]; period: Period; relayId: string | null },
): Promise<ClosedPorts | null> {
  if (!canSeeDesk(viewer) || ports.length === 0) return null;
  const until = startOf(period.to + 1);
  const base = relayId === null ? null : await relayPolicy(db, viewer, { relayId, at: until - 1 });
  const before = base === null ? parsePolicyText(["ExitRelay 1"]).policy : base.policy;
  if (before === null) return null;
  const lines = ports.map((port) => `reject *:${port}`);
  const { after, difference } = proposeLines(before, lines.join("\n"));
  if (after === null || difference === null) return null;
  const { events, more } = await readEvents(db, viewer, {
    since: startOf(period.from),
    until,
    about: base?.allAddresses ?? null,
    limit: MAX_EVENTS,
  });
  return {
    ports: [...ports],
    lines,
    relay: base?.relay.nickname ?? null,
    ...mailsTouched(events, { before, after, difference }),
    isCut: more,
  };
}

function mailsTouched(
  events: readonly (Parameters<typeof coverageOf>[0] & { complaintId: string })[],
  change: Parameters<typeof coverageOf>[1],
): Pick<ClosedPorts, "covered" | "perhaps" | "looked"> {
  const covered = new Set<string>();
  const perhaps = new Set<string>();
  const looked = new Set<string>();
  for (const event of events) {
    const coverage = coverageOf(event, change);
    looked.add(event.complaintId);
    if (coverage === "covered") covered.add(event.complaintId);
    if (coverage === "perhaps") perhaps.add(event.complaintId);
  }
  return {
    covered: covered.size,
    perhaps: [...perhaps].filter((id) => !covered.has(id)).length,
    looked: looked.size,
  };
}
