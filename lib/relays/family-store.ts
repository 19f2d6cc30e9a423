import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { FamilyClaim } from "./family-claims.ts";

/** A relay of the family that is not ours yet. */
export type FamilyOffer = FamilyClaim & { offeredAt: Instant };

const BATCH = 500;

/**
 * Keeps the relays named as family as offers. Those that are ours already are none, and one that was declined or adopted
 * stays so. How many are new.
 */
export async function offerFamily(
  db: Db,
  claims: readonly FamilyClaim[],
  now: Instant,
): Promise<number> {
  let count = 0;
  for (let from = 0; from < claims.length; from += BATCH) {
    const batch = claims.slice(from, from + BATCH);
    count += await db.$transaction((tx) => offerSome(tx, batch, now));
  }
  return count;
}

async function offerSome(tx: Tx, claims: readonly FamilyClaim[], now: Instant): Promise<number> {
  const where = { fingerprint: { in: claims.map(({ fingerprint }) => fingerprint) } };
  const ours = await tx.relay.findMany({ where, select: { fingerprint: true } });
  const known = await tx.familyOffer.findMany({ where });
  const settled = new Set([...ours, ...known].map(({ fingerprint }) => fingerprint));
  const fresh = claims.filter(({ fingerprint }) => !settled.has(fingerprint));
  await tx.familyOffer.createMany({
    data: fresh.map((claim) => ({ ...claim, offeredAt: new Date(now) })),
  });
  for (const { fingerprint, nickname, namedBy, source, mutual } of claims) {
    const old = known.find((one) => one.fingerprint === fingerprint);
    const isNews = old?.answer === null && ((mutual && !old.mutual) || (nickname && !old.nickname));
    if (!isNews) continue;
    const data = {
      nickname: nickname ?? old.nickname,
      namedBy,
      source,
      mutual: mutual || old.mutual,
    };
    await tx.familyOffer.update({ where: { fingerprint }, data });
  }
  return fresh.length;
}

/** The offers nobody answered, those that name ours too first. */
export async function openOffers(db: Db | Tx): Promise<FamilyOffer[]> {
  const rows = await db.familyOffer.findMany({
    where: { answer: null },
    orderBy: [{ mutual: "desc" }, { nickname: "asc" }, { fingerprint: "asc" }],
  });
  return rows.map(({ fingerprint, nickname, namedBy, source, mutual, offeredAt }) => ({
    fingerprint,
    nickname,
    namedBy,
    source,
    mutual,
    offeredAt: offeredAt.getTime(),
  }));
}

/** Fingerprints a person said are not the operator's. */
export async function declinedPrints(db: Db | Tx): Promise<string[]> {
  const rows = await db.familyOffer.findMany({
    where: { answer: "declined" },
    select: { fingerprint: true },
  });
  return rows.map(({ fingerprint }) => fingerprint);
}

/** Answers open offers, and makes the adopted ones relays of ours with no history yet. How many there were. */
export async function answerOffers(
  tx: Tx,
  fingerprints: readonly string[] | "all",
  { answer, at, by }: { answer: "adopted" | "declined"; at: Instant; by: string },
): Promise<number> {
  const open = await tx.familyOffer.findMany({ where: { answer: null } });
  const wanted = new Set(fingerprints === "all" ? [] : fingerprints);
  const chosen = open.filter((one) => fingerprints === "all" || wanted.has(one.fingerprint));
  const createdAt = new Date(at);
  for (let from = 0; from < chosen.length; from += BATCH) {
    const batch = chosen.slice(from, from + BATCH);
    const where = { fingerprint: { in: batch.map(({ fingerprint }) => fingerprint) } };
    await tx.familyOffer.updateMany({
      where,
      data: { answer, settledAt: createdAt, settledBy: by },
    });
    if (answer === "declined") continue;
    const there = await tx.relay.findMany({ where, select: { fingerprint: true } });
    const has = new Set(there.map(({ fingerprint }) => fingerprint));
    const data = batch
      .filter(({ fingerprint }) => !has.has(fingerprint))
      .map(({ fingerprint, nickname }) => ({
        fingerprint,
        nickname: nickname ?? "Unnamed",
        createdAt,
      }));
    await tx.relay.createMany({ data });
  }
  return chosen.length;
}
