import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Ip } from "../net/ip.ts";
import { parseIp } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseView } from "./case.ts";
import { readEvents } from "./claimed-event-store.ts";
import type { Mitigation } from "./mitigation.ts";
import { statusNote } from "./status-note.ts";

const MANY = 1_000;

/**
 * `mitigations`: those of the case that the viewer may see.
 * A note to the provider about what happened since the answer went out or something was closed; null when neither did, the
 * case is sealed, or more came than can be counted.
 */
export async function proposeStatusNote(
  db: Db,
  viewer: Viewer,
  { view, mitigations, now }: { view: CaseView; mitigations: readonly Mitigation[]; now: Instant },
): Promise<string | null> {
  const ip = parseIp(view.line.ip ?? "");
  if (view.sealed || ip === null) return null;
  const answered = view.drafts.find(({ audience }) => audience === "isp")?.sentAt ?? null;
  const active = mitigations.filter(({ state, from }) => state === "active" && from !== null);
  const begun = [answered, ...active.map(({ from }) => from)].filter((at) => at !== null);
  if (begun.length === 0) return null;
  const since = Math.min(...begun);
  const complaints = await countSince(db, viewer, ip, since);
  if (complaints === null) return null;
  const closed = active.flatMap(({ lines, from }) =>
    from === null ? [] : lines.map((line) => ({ line, from })),
  );
  const language = view.drafts.find(({ audience }) => audience === "isp")?.language ?? "en";
  return statusNote({ since, until: now, ip, complaints, closed }, language);
}

async function countSince(db: Db, viewer: Viewer, ip: Ip, since: Instant): Promise<number | null> {
  const { events, more } = await readEvents(db, viewer, { since, about: [ip], limit: MANY });
  return more ? null : new Set(events.map(({ complaintId }) => complaintId)).size;
}
