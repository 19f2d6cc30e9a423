import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { linesAgainst } from "../exit-policy/propose-lines.ts";
import type { CaseView } from "./case.ts";
import { readCase } from "./case-view-store.ts";
import { claimedEvents } from "./claimed-events.ts";
import { leadingComplaint } from "./leading-complaint.ts";

/** Lines a case suggests, the narrowest first; `ref` and `id` of the case for the words around them. */
export type CaseProposal = {
  id: string;
  ref: string;
  /** Nickname of the relay it is about, as far as known. */
  relay: string | null;
  lines: string[];
};

const MAX_TARGETS = 3;
const MAX_LINES = 8;

/** What could be closed because of a case; null when the viewer may not see it. Empty when it names no target. */
export async function proposeForCase(
  db: Db,
  viewer: Viewer,
  caseId: string,
): Promise<CaseProposal | null> {
  const view = await readCase(db, viewer, caseId);
  return view && proposeFor(view);
}

/** The same of a case that was read already. */
export function proposeFor(view: CaseView): CaseProposal | null {
  const leading = leadingComplaint(view.complaintList, view.type);
  if (!leading) return null;
  const events = claimedEvents(leading.triage.complaint).filter(
    ({ protocol }) => protocol !== "udp" && protocol !== "icmp",
  );
  const targets = new Map(
    events.map((event) => [`${event.destinationIp} ${event.destinationPort}`, event]),
  );
  const lines = [...targets.values()]
    .slice(0, MAX_TARGETS)
    .flatMap(({ destinationIp, destinationPort }) => linesAgainst(destinationIp, destinationPort));
  return {
    id: view.id,
    ref: view.ref,
    relay: view.line.relay,
    lines: byWidth([...new Set(lines)]).slice(0, MAX_LINES),
  };
}

/** One address at one port, then all ports of an address, then a port of every address. */
function byWidth(lines: string[]): string[] {
  const width = (line: string) => Number(line.includes(" *:")) * 2 + Number(line.endsWith(":*"));
  return lines.sort((a, b) => width(a) - width(b));
}
