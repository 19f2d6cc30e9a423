import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { Relay } from "./history.ts";
import { relayOf } from "./relay-rows.ts";
import type { Strike } from "./strike.ts";
import { type StrikeLine, strikeLine } from "./strike-line.ts";

/** The relay as it was learnt, and what of it is struck out; null when there is none with this id. */
export async function findRelay(
  db: Db | Tx,
  relayId: string,
): Promise<{ relay: Relay; strikes: StrikeLine[] } | null> {
  const row = await db.relay.findUnique({
    where: { id: relayId },
    include: {
      tenures: true,
      policies: true,
      uptimes: true,
      strikes: { where: { undoneAt: null } },
    },
  });
  return row === null ? null : { relay: relayOf(row), strikes: row.strikes.map(strikeLine) };
}

export async function addStrike(
  db: Db | Tx,
  relayId: string,
  { kind, what, from, to }: Strike,
  { at, by }: { at: Instant; by: string },
): Promise<string> {
  const { id } = await db.strike.create({
    data: {
      relayId,
      kind,
      what,
      from: new Date(from),
      to: to === null ? null : new Date(to),
      at: new Date(at),
      by,
    },
  });
  return id;
}

/** False when there is no such strike, or it was undone before. */
export async function undoStrike(
  db: Db | Tx,
  strikeId: string,
  { at, by }: { at: Instant; by: string },
): Promise<boolean> {
  const { count } = await db.strike.updateMany({
    where: { id: strikeId, undoneAt: null },
    data: { undoneAt: new Date(at), undoneBy: by },
  });
  return count === 1;
}

/**
 * Forgets the relay and its history, and that it is the operator's: no source teaches it again until a person adds it or
 * takes it from the family. Its fingerprint; null when there is no such relay. What was signed is kept.
 */
export async function deleteRelay(
  db: Tx,
  relayId: string,
  { at, by }: { at: Instant; by: string },
): Promise<string | null> {
  const row = await db.relay.findUnique({ where: { id: relayId } });
  if (row === null) return null;
  await db.relay.delete({ where: { id: relayId } });
  const { fingerprint, nickname } = row;
  const settled = { settledAt: new Date(at), settledBy: by, answer: "declined" };
  const offer = { fingerprint, nickname, namedBy: nickname, source: "removed by a person" };
  await db.familyOffer.upsert({
    where: { fingerprint },
    create: { ...offer, offeredAt: new Date(at), ...settled },
    update: settled,
  });
  return fingerprint;
}
