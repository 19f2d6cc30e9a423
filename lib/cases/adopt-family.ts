import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { answerOffers, type FamilyOffer, openOffers } from "../relays/family-store.ts";
import { wishForReading } from "../relays/source-store.ts";
import type { Instant } from "../time/instant.ts";

/** Relays that ours name as their family and nobody has said anything about yet. */
export async function listFamilyOffers(db: Db, viewer: Viewer): Promise<FamilyOffer[]> {
  return canManageRelays(viewer) ? await openOffers(db) : [];
}

/**
 * Makes relays of the family ours, or says that they are not; `all` answers every open offer. Every source is read again
 * from the beginning, for what it said of them was passed over until now.
 */
export async function answerFamily(
  db: Db,
  viewer: Viewer,
  input: { fingerprints: readonly string[] | "all"; answer: "adopted" | "declined"; now: Instant },
): Promise<{ ok: true; count: number } | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("add relays");
  const { fingerprints, answer, now } = input;
  return await db.$transaction(async (tx) => {
    const count = await answerOffers(tx, fingerprints, { answer, at: now, by: viewer.userId });
    if (count === 0)
      return refuse("no-offer", "Choose relays of the list first; some may be answered already.");
    if (answer === "adopted") await wishForReading(tx, "every", { now, all: true });
    return { ok: true as const, count };
  });
}
