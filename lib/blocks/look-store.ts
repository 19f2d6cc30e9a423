import type { Db, Tx } from "../db/client.ts";
import { type Ip, ipFamily } from "../net/ip.ts";
import { isPublicIp } from "../net/special-range.ts";
import type { Instant } from "../time/instant.ts";
import { dnsblList, type ListingKind } from "./dnsbl-lists.ts";
import { type LookState, TEST_ROW, type TestState } from "./look-ups.ts";

/** One address at one list, as the worker takes it. */
type DueLook = { list: string; ip: Ip | typeof TEST_ROW; attempts: number };
/** Addresses our relays hold now, and those still on a list: only these are ever asked about. */
async function addressesToAsk(db: Db | Tx): Promise<Ip[]> {
  const held = await db.tenure.findMany({
    where: { to: null },
    distinct: ["ip"],
    select: { ip: true },
  });
  return held.map(({ ip }) => ip).filter(isPublicIp);
}

/**
 * Makes the rows be what is to be asked: each list's test points, and each address at each list that takes its family. What
 * is not asked any more goes; the listings stay. New addresses are spread over `spread` milliseconds.
 */
export async function planLooks(
  db: Db,
  lists: readonly string[],
  { now, random, spread }: { now: Instant; random: () => number; spread: number },
): Promise<void> {
  const ips = await addressesToAsk(db);
  const wanted = lists.flatMap((list) => {
    const families = dnsblList(list)?.families ?? [];
    return [TEST_ROW, ...ips.filter((ip) => families.includes(ipFamily(ip)))].map((ip) => ({
      list,
      ip,
    }));
  });
  const kept = await db.dnsblLook.findMany({ select: { list: true, ip: true } });
  const keys = new Set(kept.map(keyOf));
  const fresh = wanted.filter((one) => !keys.has(keyOf(one)));
  const still = new Set(wanted.map(keyOf));
  const gone = kept.filter((one) => !still.has(keyOf(one)));
  const row = (one: { list: string; ip: string }) => {
    const wait = one.ip === TEST_ROW ? 0 : random() * spread;
    return { ...one, state: "waiting", codes: [], dueAt: new Date(Math.round(now + wait)) };
  };
  for (let from = 0; from < fresh.length; from += BATCH)
    await db.dnsblLook.createMany({ data: fresh.slice(from, from + BATCH).map(row) });
  for (let from = 0; from < gone.length; from += BATCH)
    await db.dnsblLook.deleteMany({ where: { OR: gone.slice(from, from + BATCH) } });
}

const BATCH = 200;
const keyOf = ({ list, ip }: { list: string; ip: string }) => `${list} ${ip}`;

/** Those due longest, the lists' own test points first: without them nothing an answer says counts. */
export async function dueLooks(db: Db, now: Instant, limit: number): Promise<DueLook[]> {
  const where = { dueAt: { lte: new Date(now) } };
  const select = { list: true, ip: true, attempts: true };
  const tests = { where: { ...where, ip: TEST_ROW }, select, take: limit };
  const first = await db.dnsblLook.findMany(tests);
  if (first.length > 0) return first;
  return await db.dnsblLook.findMany({ where, orderBy: { dueAt: "asc" }, take: limit, select });
}

/** Of two workers one gets it. */
export async function claimLook(
  db: Db,
  { list, ip }: DueLook,
  { now, until }: { now: Instant; until: Instant },
): Promise<boolean> {
  const { count } = await db.dnsblLook.updateMany({
    where: { list, ip, dueAt: { lte: new Date(now) } },
    data: { dueAt: new Date(until) },
  });
  return count === 1;
}

/** What the list's test points said last. */
export async function findTest(
  db: Db,
  list: string,
): Promise<{ state: TestState; problem: string | null }> {
  const row = await db.dnsblLook.findUnique({ where: { list_ip: { list, ip: TEST_ROW } } });
  return row === null
    ? { state: "waiting", problem: null }
    : { state: row.state as TestState, problem: row.problem };
}

export type Seen = {
  state: LookState | TestState;
  codes: readonly string[];
  text: string | null;
  problem: string | null;
};

/**
 * Keeps what was seen, in one transaction with the listing it begins, goes on or ends. A look that failed or counts for
 * nothing ends no listing: that a list says nothing is not that it took the address off.
 */
export async function keepLook(
  db: Db,
  { list, ip, attempts }: DueLook,
  seen: Seen,
  { kind, now, next }: { kind: ListingKind | null; now: Instant; next: Instant },
): Promise<void> {
  const failed = seen.state === "failed";
  const codes = [...seen.codes];
  await db.$transaction(async (tx) => {
    await tx.dnsblLook.updateMany({
      where: { list, ip },
      data: {
        ...seen,
        codes,
        askedAt: new Date(now),
        dueAt: new Date(next),
        attempts: failed ? attempts + 1 : 0,
      },
    });
    if (ip === TEST_ROW) return;
    if (seen.state === "clear") await endListing(tx, { list, ip, now });
    if (kind !== null) await goOn(tx, { list, ip, kind, codes, text: seen.text, now });
  });
}

type OnList = { list: string; ip: Ip; now: Instant };

async function endListing(tx: Tx, { list, ip, now }: OnList): Promise<void> {
  await tx.listing.updateMany({
    where: { list, ip, goneAt: null },
    data: { goneAt: new Date(now) },
  });
}

/** A listing for another reason is another listing: "as a Tor exit" must not hide that it became "as a spam source". */
async function goOn(
  tx: Tx,
  {
    kind,
    codes,
    text,
    ...on
  }: OnList & { kind: ListingKind; codes: string[]; text: string | null },
): Promise<void> {
  const { list, ip, now } = on;
  const at = new Date(now);
  const open = await tx.listing.findFirst({ where: { list, ip, goneAt: null } });
  if (open?.kind === kind) {
    await tx.listing.update({ where: { id: open.id }, data: { lastSeenAt: at, codes, text } });
    return;
  }
  if (open) await endListing(tx, on);
  await tx.listing.create({
    data: { list, ip, kind, codes, text, firstSeenAt: at, lastSeenAt: at },
  });
}

/** The worker asks about everything in its next rounds, but for what was asked a few minutes ago. */
export async function wishForLooks(
  db: Db,
  { now, unlessSince }: { now: Instant; unlessSince: Instant },
): Promise<number> {
  const old = { OR: [{ askedAt: null }, { askedAt: { lt: new Date(unlessSince) } }] };
  const { count } = await db.dnsblLook.updateMany({ where: old, data: { dueAt: new Date(now) } });
  return count;
}
