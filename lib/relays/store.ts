import type { Db, Tx } from "../db/client.ts";
import { cidrContains } from "../net/cidr.ts";
import type { Cidr, Ip } from "../net/ip.ts";
import { parseFingerprint, placeholderFingerprint } from "./fingerprint.ts";
import type { Relay, RelayHistory } from "./history.ts";
import {
  policyColumns,
  type RelayRow,
  relayOf,
  tenureColumns,
  uptimeColumns,
} from "./relay-rows.ts";
import { withoutStruck } from "./strike.ts";
import { type StrikeLine, strikeLine } from "./strike-line.ts";

/** Who asks. Relays belong to the desk as a whole: every role may see them but a delegate's, who answers for some only. */
export type RelayViewer = { userId: string; role: string };

const MAY_SEE = new Set(["owner", "operator", "counsel", "read-only"]);

/** All relays with everything that was ever learnt about them, for learning more: what was struck out is still there. */
export async function loadHistory(db: Db | Tx): Promise<RelayHistory> {
  const rows = await db.relay.findMany({ orderBy: IN_ORDER, include: INTERVALS });
  return { relays: rows.map(relayOf) };
}

/**
 * What a complaint about these addresses is checked against: of the relays that ever held one of them everything that is
 * known and was not struck out; of the others only that they exist. It costs what those relays' history costs, not the
 * whole fleet's.
 */
export async function historyOf(db: Db | Tx, accused: readonly Cidr[]): Promise<RelayHistory> {
  const ids = await holdersOf(db, accused);
  const rows = await db.relay.findMany({
    where: { id: { in: ids } },
    orderBy: IN_ORDER,
    include: SEEN,
  });
  const known = rows.map((row) => seen(row).relay);
  if (known.length > 0) return { relays: known };
  const other = await db.relay.findFirst({ orderBy: { id: "asc" } });
  return { relays: other === null ? [] : [bare(other)] };
}

/** What the desk's relays are known by, for asking about them. */
export async function listFingerprints(db: Db | Tx): Promise<string[]> {
  const rows = await db.relay.findMany({ select: { fingerprint: true }, orderBy: { id: "asc" } });
  return rows.map(({ fingerprint }) => fingerprint);
}

/** A relay as a person sees it: without what was struck out, which `strikes` lists. */
export type SeenRelay = { id: string; relay: Relay; strikes: StrikeLine[] };

/** The relays a person sees, by nickname, or the one with this id; none for a role that does not exist. */
export async function listRelays(
  db: Db | Tx,
  viewer: RelayViewer,
  relayId?: string,
): Promise<SeenRelay[]> {
  if (!MAY_SEE.has(viewer.role)) return [];
  const where = relayId === undefined ? {} : { id: relayId };
  return (await db.relay.findMany({ where, orderBy: IN_ORDER, include: SEEN })).map(seen);
}

/** What the relays a person sees are called, by nickname. Costs nothing of their history, and little of the client: pages ask it. */
export async function listRelayNames(
  db: Db | Tx,
  viewer: RelayViewer,
): Promise<{ id: string; nickname: string; fingerprint: string }[]> {
  if (!MAY_SEE.has(viewer.role)) return [];
  return await db.$queryRaw`SELECT "id", "nickname", "fingerprint" FROM "Relay" ORDER BY "nickname", "id"`;
}

function seen(row: RelayRow & { strikes: Parameters<typeof strikeLine>[0][] }): SeenRelay {
  const strikes = row.strikes.map(strikeLine);
  return { id: row.id, relay: withoutStruck(relayOf(row), strikes), strikes };
}

const BY_FROM = { orderBy: { from: "asc" as const } };
const INTERVALS = { tenures: BY_FROM, policies: BY_FROM, uptimes: BY_FROM };
const IN_ORDER = [{ nickname: "asc" as const }, { id: "asc" as const }];
const STANDING = { where: { undoneAt: null }, orderBy: { id: "asc" as const } };
const SEEN = { ...INTERVALS, strikes: STANDING };

/** SQLite takes 32766 values in one statement. */
const MAX_VALUES = 10_000;

async function holdersOf(db: Db | Tx, accused: readonly Cidr[]): Promise<string[]> {
  const single = accused.filter((cidr) => !cidr.includes("/"));
  const networks = accused.filter((cidr) => cidr.includes("/"));
  const ips = [...new Set([...single, ...(await addressesIn(db, networks))])];
  const rows = await db.tenure.findMany({
    where: { ip: { in: ips.slice(0, MAX_VALUES) } },
    distinct: ["relayId"],
    select: { relayId: true },
  });
  return rows.map(({ relayId }) => relayId);
}

/** A network is accused seldom, and the addresses relays of ours ever had are few: they are looked through. */
async function addressesIn(db: Db | Tx, networks: readonly Cidr[]): Promise<Ip[]> {
  if (networks.length === 0) return [];
  const rows = await db.$queryRaw<{ ip: Ip }[]>`SELECT DISTINCT "ip" FROM "Tenure"`;
  return rows.flatMap(({ ip }) => (networks.some((cidr) => cidrContains(cidr, ip)) ? ip : []));
}

function bare({ nickname, fingerprint }: Pick<Relay, "nickname" | "fingerprint">): Relay {
  return { nickname, fingerprint, tenures: [], policies: [], uptime: [] };
}

/** See {@link saveRelays}. */
export async function saveRelay(db: Db, relay: Relay): Promise<void> {
  await saveRelays(db, [relay]);
}

/** Relays written in one transaction: many share one wait for the disk, and no other writer waits long. */
const BATCH = 25;

/**
 * Stores the relays whole: what is in the database about them becomes what they say, and what is the same stays
 * untouched. A relay that was kept under a placeholder and now has its fingerprint keeps its row.
 */
export async function saveRelays(db: Db, relays: readonly Relay[]): Promise<void> {
  for (let from = 0; from < relays.length; from += BATCH) {
    await db.$transaction(async (tx) => {
      for (const relay of relays.slice(from, from + BATCH)) await saveOne(tx, relay);
    });
  }
}

async function saveOne(tx: Tx, relay: Relay): Promise<void> {
  const { id: relayId } = await claimRow(tx, relay);
  const where = { relayId };
  const tenures = changes(await tx.tenure.findMany({ where }), relay.tenures.map(tenureColumns));
  const policies = changes(
    await tx.policyVersion.findMany({ where }),
    relay.policies.map(policyColumns),
  );
  const uptimes = changes(await tx.uptime.findMany({ where }), uptimeColumns(relay));
  for (const ids of portions(tenures.gone)) await tx.tenure.deleteMany({ where: anyOf(ids) });
  for (const ids of portions(policies.gone))
    await tx.policyVersion.deleteMany({ where: anyOf(ids) });
  for (const ids of portions(uptimes.gone)) await tx.uptime.deleteMany({ where: anyOf(ids) });
  const owned = <T extends object>(rows: T[]) => rows.map((row) => ({ ...row, relayId }));
  for (const data of portions(owned(tenures.fresh))) await tx.tenure.createMany({ data });
  for (const data of portions(owned(policies.fresh))) await tx.policyVersion.createMany({ data });
  for (const data of portions(owned(uptimes.fresh))) await tx.uptime.createMany({ data });
}

function anyOf(ids: string[]) {
  return { id: { in: ids } };
}

function portions<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 1000) }, (_, index) =>
    all.slice(index * 1000, (index + 1) * 1000),
  );
}

/** The rows that are not wanted any more, and what is wanted and not there. Both sides compare by all their columns. */
function changes<T extends object>(
  stored: readonly { id: string; relayId: string }[],
  wanted: readonly T[],
): { gone: string[]; fresh: T[] } {
  const left = new Map<string, T[]>();
  for (const row of wanted) left.set(keyOf(row), [...(left.get(keyOf(row)) ?? []), row]);
  const gone = stored.filter(({ id: _, relayId: __, ...row }) => {
    return left.get(keyOf(row))?.pop() === undefined;
  });
  return { gone: gone.map(({ id }) => id), fresh: [...left.values()].flat() };
}

function keyOf(row: object): string {
  const entries = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}

/** The relay's row: by fingerprint, else the one under a placeholder that stands for it, else a new one. */
async function claimRow(tx: Tx, relay: Relay): Promise<{ id: string }> {
  const { nickname, fingerprint } = relay;
  const rows = await tx.relay.findMany({
    where: { fingerprint: { in: [fingerprint, ...placeholdersFor(relay)] } },
  });
  const row = rows.find((each) => each.fingerprint === fingerprint) ?? rows[0];
  if (row === undefined) {
    return tx.relay.create({ data: { nickname, fingerprint, createdAt: firstLearned(relay) } });
  }
  const others = rows.filter((each) => each !== row).map(({ id }) => id);
  if (others.length > 0) await tx.relay.deleteMany({ where: anyOf(others) });
  if (row.nickname === nickname && row.fingerprint === fingerprint) return row;
  return tx.relay.update({ where: { id: row.id }, data: { nickname, fingerprint } });
}

function placeholdersFor({ nickname, fingerprint, tenures }: Relay): string[] {
  if (parseFingerprint(fingerprint) === null) return [];
  return [...new Set(tenures.map(({ ip }) => placeholderFingerprint(nickname, ip)))].slice(0, 1000);
}

/** When the desk first learnt of it, so that no clock is needed. */
function firstLearned({ tenures, policies, uptime }: Relay): Date {
  const times = [...tenures, ...policies, ...uptime].map(({ learnedAt }) => learnedAt);
  return new Date(times.reduce((first, at) => Math.min(first, at), times[0] ?? 0));
}
