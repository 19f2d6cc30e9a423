import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Relay } from "../relays/history.ts";
import { policyText, type Strike, type StrikeKind, withoutStruck } from "../relays/strike.ts";
import { addStrike, findRelay } from "../relays/strike-store.ts";
import type { Instant } from "../time/instant.ts";
import { wishForCheck } from "./check-open-store.ts";

/** Which interval is meant, as the page shows it: its kind, when it begins, and of a tenure the address. */
export type StrikeInput = {
  relayId: string;
  kind: StrikeKind;
  from: Instant;
  ip: string | null;
  now: Instant;
};

/**
 * The operator says that a part of the relay's history is wrong. It counts no more, also when a source tells it again,
 * until `restoreInterval`; what was learnt stays beneath. Open cases are read again.
 */
export async function strikeInterval(
  db: Db,
  viewer: Viewer,
  { relayId, now, ...meant }: StrikeInput,
): Promise<{ ok: true; strikeId: string } | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("correct the relays' history");
  return await db.$transaction(async (tx) => {
    const found = await findRelay(tx, relayId);
    if (found === null) return notFound("relay");
    const strike = strikeOf(withoutStruck(found.relay, found.strikes), meant);
    if (strike === null) {
      const text =
        "This entry changed meanwhile: look at the relay again and strike out what is wrong.";
      return refuse("no-interval", text);
    }
    const strikeId = await addStrike(tx, relayId, strike, { at: now, by: viewer.userId });
    await wishForCheck(tx);
    return { ok: true as const, strikeId };
  });
}

function strikeOf(
  { tenures, policies, uptime }: Relay,
  { kind, from, ip }: Pick<StrikeInput, "kind" | "from" | "ip">,
): Strike | null {
  const all: Strike[] = [
    ...tenures.map((each) => ({
      kind: "tenure" as const,
      what: each.ip,
      from: each.from,
      to: each.to,
    })),
    ...policies.map((each) => ({
      kind: "policy" as const,
      what: policyText(each),
      from: each.from,
      to: each.to,
    })),
    ...uptime.map((each) => ({ kind: "uptime" as const, what: "", from: each.from, to: each.to })),
  ];
  const meant = all.filter((each) => each.kind === kind && each.from === from);
  return meant.find(({ what }) => kind !== "tenure" || what === ip) ?? null;
}
