import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Relay } from "../relays/history.ts";
import { contains, type Instant } from "../time/instant.ts";
import type { QueueRow } from "./case.ts";
import { queueRow } from "./queue-store.ts";
import { visibleTo } from "./visible.ts";
import { visibleSql } from "./visible-store.ts";

/** A case about a relay; `at` is when it is said to have happened, or when the case was opened where that is not known. */
export type RelayCase = Pick<
  QueueRow,
  "id" | "title" | "verdict" | "state" | "ip" | "target" | "type"
> & { at: Instant; isEventTime: boolean };

export type PortCount = { port: string; count: number };

/** More than this are not looked through. */
const MAX_CASES = 500;
/** A case is opened some time after what it is about happened. */
const LATE_MS = 400 * 86_400_000;

/**
 * The cases of this viewer that accuse an address while the relay held it, with their event in the stretch; newest first.
 * `more`: there are so many that older ones were not looked at.
 */
export async function casesOfRelay(
  db: Db,
  viewer: Viewer,
  relay: Pick<Relay, "tenures">,
  stretch: { from: Instant; to: Instant },
): Promise<{ cases: RelayCase[]; ports: PortCount[]; more: boolean }> {
  const ips = [...new Set(relay.tenures.map(({ ip }) => ip))].slice(0, 200);
  if (!canSeeDesk(viewer) || ips.length === 0) return { cases: [], ports: [], more: false };
  const ids = await accusing(db, viewer, ips, stretch);
  const rows = await db.case.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(viewer)] },
    orderBy: { id: "desc" },
  });
  const cases = rows
    .map(relayCase)
    .filter(({ at, ip }) => {
      if (at < stretch.from || at > stretch.to) return false;
      return relay.tenures.some((tenure) => tenure.ip === ip && contains(tenure, at));
    })
    .sort((a, b) => b.at - a.at);
  return { cases, ports: countPorts(cases), more: ids.length >= MAX_CASES };
}

/** How many of the cases name each port, most first. */
function countPorts(cases: readonly RelayCase[]): PortCount[] {
  const counts = new Map<string, number>();
  for (const { target } of cases) {
    const port = /:(\d{1,5})$/.exec(target ?? "")?.[1];
    // An IPv6 address without a port ends in digits too; with one it stands in brackets.
    if (port === undefined || /^[0-9a-f]*:.*:/i.test(target ?? "")) continue;
    counts.set(port, (counts.get(port) ?? 0) + 1);
  }
  return [...counts]
    .map(([port, count]) => ({ port, count }))
    .sort((a, b) => b.count - a.count || Number(a.port) - Number(b.port));
}

/** Of sealed cases the line is encrypted: whether they are about the address is asked after this. */
async function accusing(
  db: Db,
  viewer: Viewer,
  ips: readonly string[],
  { from, to }: { from: Instant; to: Instant },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT c."id" FROM "Case" c
    WHERE c."openedAt" >= ${new Date(from)} AND c."openedAt" <= ${new Date(to + LATE_MS)}
      AND c."mergedIntoId" IS NULL
      AND (c."line" ->> 'ip' IN (${Prisma.join([...ips])}) OR c."sealed") AND ${visibleSql(viewer)}
    ORDER BY c."id" DESC LIMIT ${MAX_CASES}`);
  return rows.map(({ id }) => id);
}

function relayCase(row: Parameters<typeof queueRow>[0]): RelayCase {
  const { id, title, verdict, state, ip, target, type, eventAt, openedAt } = queueRow(row);
  const isEventTime = eventAt !== null;
  return { id, title, verdict, state, ip, target, type, at: eventAt ?? openedAt, isEventTime };
}
