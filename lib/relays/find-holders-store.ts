import type { Db, Tx } from "../db/client.ts";
import type { Ip } from "../net/ip.ts";
import type { Interval } from "../time/instant.ts";

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
 * were learnt: what a person struck out since is still among them. One look at the index over address and time, however
 * long the history and however many the relays.
 */
export async function findHolders(db: Db | Tx, ip: Ip, interval: Interval): Promise<Holder[]> {
  const rows = await db.tenure.findMany({
    where: {
      ip,
      ...(interval.to === null ? {} : { from: { lt: new Date(interval.to) } }),
      OR: [{ to: null }, { to: { gt: new Date(interval.from) } }],
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: {
      from: true,
      to: true,
      source: true,
      relay: { select: { id: true, nickname: true, fingerprint: true } },
    },
  });
  return rows.map(({ relay, from, to, source }) => ({
    relayId: relay.id,
    nickname: relay.nickname,
    fingerprint: relay.fingerprint,
    held: { from: from.getTime(), to: to?.getTime() ?? null },
    source,
  }));
}
