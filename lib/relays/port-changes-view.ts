import { parseSummary } from "../exit-policy/parse-summary.ts";
import type { Policy } from "../exit-policy/policy.ts";
import { summarize } from "../exit-policy/summarize.ts";

/**
 * Ports that opened and closed between two policies, as `22` or `6660-6669`; each for most addresses, as a consensus
 * counts them (dir-spec, `p`). `whole` is false when a summary was too long for tor to write it out.
 */
export type PortChanges = { family: 4 | 6; opened: string[]; closed: string[]; whole: boolean };

const PORTS = 65535;
/** tor cuts a summary at 1000 characters, after its last whole entry. */
const MAYBE_CUT = 980;

/** What changes in effect from `before` to `after`, for one family. */
export function portChanges(before: Policy, after: Policy, family: 4 | 6): PortChanges {
  const texts = [summarize(before, family), summarize(after, family)] as const;
  const [was, is] = [openPorts(texts[0]), openPorts(texts[1])];
  return {
    family,
    opened: ranges((port) => is[port] === 1 && was[port] === 0),
    closed: ranges((port) => was[port] === 1 && is[port] === 0),
    whole: texts.every((text) => text.length < MAYBE_CUT),
  };
}

/** One entry a port: 1 for open. */
function openPorts(text: string): Uint8Array {
  const { summary } = parseSummary(text);
  const open = new Uint8Array(PORTS + 1);
  if (summary === null) return open;
  if (!summary.accept) open.fill(1, 1);
  for (const { min, max } of summary.ranges) open.fill(summary.accept ? 1 : 0, min, max + 1);
  return open;
}

function ranges(isIn: (port: number) => boolean): string[] {
  const found: string[] = [];
  let start = 0;
  for (let port = 1; port <= PORTS + 1; port += 1) {
    const inside = port <= PORTS && isIn(port);
    if (inside && start === 0) start = port;
    if (!inside && start > 0) {
      found.push(start === port - 1 ? `${start}` : `${start}-${port - 1}`);
      start = 0;
    }
  }
  return found;
}
