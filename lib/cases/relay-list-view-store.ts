import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { anyCase } from "../db/dialect.ts";
import type { Prisma } from "../db/generated/client.ts";
import { isExit } from "../exit-policy/policy.ts";
import { parseFingerprint } from "../relays/fingerprint.ts";
import type { Relay, Tenure } from "../relays/history.ts";
import { effectivePolicy } from "../relays/policy-versions-view.ts";
import { type RelayRow, relayRow } from "../relays/relay-row-view.ts";
import { relayOf } from "../relays/relay-rows.ts";
import { withoutStruck } from "../relays/strike.ts";
import { strikeLine } from "../relays/strike-line.ts";
import type { Instant } from "../time/instant.ts";

export type RelayQuery = { search: string; page: number; size: number; now: Instant };
/** `page` is the one shown: the last one when a later one was asked for. Counted from 1. */
export type RelayPage = {
  rows: RelayRow[];
  page: number;
  pages: number;
  found: number;
  all: number;
};

/** One page of the relays, by nickname, with what their lines say. Reads the intervals of that page only. */
export async function listRelayRows(
  db: Db,
  viewer: Viewer,
  { search, page, size, now }: RelayQuery,
): Promise<RelayPage> {
  if (!canSeeDesk(viewer)) return { rows: [], page: 1, pages: 1, found: 0, all: 0 };
  const where = searchFilter(db, search);
  const [all, found] = [await db.relay.count(), await db.relay.count({ where })];
  const pages = Math.max(1, Math.ceil(found / size));
  const shown = Math.min(Math.max(1, page), pages);
  const stored = await db.relay.findMany({
    where,
    orderBy: [{ nickname: "asc" }, { id: "asc" }],
    skip: (shown - 1) * size,
    take: size,
    include: {
      tenures: BY_FROM,
      policies: BY_FROM,
      uptimes: { orderBy: { from: "desc" }, take: 1 },
      strikes: { where: { undoneAt: null } },
    },
  });
  const rows = stored.map((row) => {
    const relay = withoutStruck(relayOf(row), row.strikes.map(strikeLine));
    return {
      id: row.id,
      nickname: relay.nickname,
      fingerprint: parseFingerprint(relay.fingerprint),
      formerly: formerly(relay.tenures, search, now),
      role: roleOf(relay),
      ...relayRow(relay, now),
    };
  });
  return { rows, page: shown, pages, found, all };
}

const BY_FROM = { orderBy: { from: "asc" as const } };

/** Nickname, fingerprint or an address it holds or held, or a part of one of them. */
function searchFilter(db: Db, search: string): Prisma.RelayWhereInput {
  const text = search.trim().slice(0, 100);
  if (text === "") return {};
  // No nickname, fingerprint or address has other characters, and LIKE reads some of them as wildcards.
  if (!/^[0-9a-z.:$ ]+$/i.test(text)) return { id: { in: [] } };
  const print = text.replace(/[$ ]/g, "");
  return {
    OR: [
      { nickname: { contains: text, ...anyCase(db) } },
      { fingerprint: { contains: print.toUpperCase() } },
      { tenures: { some: { ip: { startsWith: text.toLowerCase() } } } },
    ],
  };
}

function formerly(tenures: readonly Tenure[], search: string, now: Instant) {
  const text = search.trim().toLowerCase();
  if (text === "") return [];
  const held = new Set(tenures.flatMap(({ ip, to }) => (to === null || to > now ? [ip] : [])));
  const last = new Map<string, number>();
  for (const { ip, to } of tenures) {
    if (ip.startsWith(text) && to !== null && !held.has(ip))
      last.set(ip, Math.max(to, last.get(ip) ?? to));
  }
  return [...last].map(([ip, to]) => ({ ip, to }));
}

function roleOf({ policies, tenures }: Relay): RelayRow["role"] {
  const newest = policies.at(-1);
  const policy = newest === undefined ? null : effectivePolicy(newest, tenures).policy;
  if (policy === null) return "unknown";
  return isExit(policy) ? "exit" : "non-exit";
}
