import type { Db, Tx } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Ip } from "../net/ip.ts";
import type { Interval } from "../time/instant.ts";
import { beginnings } from "./tenure-span.ts";

/** A relay of ours that held the address, and from when to when. */
export type Holder = {
  relayId: string;
  nickname: string;
  fingerprint: string;
  held: Interval;
  source: string;
};

/**
 * The relays that held the address (canonical text) at any time of the interval, earliest first. As many stretches as
 * were learnt: what a person struck out since is still among them. One look a class of length into the index over
 * address and time, so the answer takes as long however long the history is.
 */
export async function findHolders(db: Db | Tx, ip: Ip, interval: Interval): Promise<Holder[]> {
  const looks = beginnings(interval.from).map(({ span, after }) =>
    lookAt(ip, interval, span, after),
  );
  const rows = await db.$queryRaw<Row[]>`
    SELECT h."from", h."to", h."source", r."id", r."nickname", r."fingerprint"
    FROM (${Prisma.join(looks, " UNION ALL ")}) h JOIN "Relay" r ON r."id" = h."relayId"
    ORDER BY h."from", r."id"`;
  return rows.map(({ id, nickname, fingerprint, from, to, source }) => ({
    relayId: id,
    nickname,
    fingerprint,
    held: { from: new Date(from).getTime(), to: to === null ? null : new Date(to).getTime() },
    source,
  }));
}

type Row = {
  from: Date | string;
  to: Date | string | null;
  source: string;
  id: string;
  nickname: string;
  fingerprint: string;
};

/** A query for each class: of one with eight alternatives SQLite's planner may read all that was ever known of the address. */
function lookAt(ip: Ip, { from, to }: Interval, span: number, after: number | null): Prisma.Sql {
  const begun = after === null ? Prisma.empty : Prisma.sql`AND "from" > ${new Date(after)}`;
  const before = to === null ? Prisma.empty : Prisma.sql`AND "from" < ${new Date(to)}`;
  return Prisma.sql`SELECT "relayId", "from", "to", "source" FROM "Tenure"
    WHERE "ip" = ${ip} AND "span" = ${span} ${begun} ${before} AND ("to" IS NULL OR "to" > ${new Date(from)})`;
}
