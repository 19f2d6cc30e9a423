"use server";
import { z } from "zod";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { readRelay } from "@/lib/cases/relay-view-store.ts";
import { removeRelay } from "@/lib/cases/remove-relay.ts";
import { restoreInterval } from "@/lib/cases/restore-interval.ts";
import { strikeInterval } from "@/lib/cases/strike-interval.ts";
import { STRIKE_KINDS } from "@/lib/relays/strike.ts";
import { id } from "../../form-values.ts";
import { operatorAction } from "../../operator-action.ts";

const relay = z.object({ relayId: id });
const guard = { may: canManageRelays, refused: (error: string) => ({ error }) };

/** One interval is wrong and counts no more. */
export const strikeAction = operatorAction({
  ...guard,
  input: relay.extend({
    kind: z.enum(STRIKE_KINDS),
    from: z.coerce.number().int(),
    ip: z.string().max(60).default(""),
  }),
  what: "correct the relays' history",
  run: async ({ db, viewer, now }, { relayId, kind, from, ip }) => {
    const meant = { relayId, kind, from, ip: ip === "" ? null : ip, now };
    const struck = await strikeInterval(db, viewer, meant);
    return struck.ok ? { go: `/relays/${relayId}` } : struck;
  },
});

/** What was struck out counts again. */
export const restoreAction = operatorAction({
  ...guard,
  input: relay.extend({ strikeId: id }),
  what: "correct the relays' history",
  run: async ({ db, viewer, now }, { relayId, strikeId }) => {
    const restored = await restoreInterval(db, viewer, { strikeId, now });
    return restored.ok ? { go: `/relays/${relayId}` } : restored;
  },
});

/** A relay that never was the operator's is forgotten. */
export const removeAction = operatorAction({
  ...guard,
  input: relay.extend({ name: z.string().max(60) }),
  what: "remove relays",
  run: async ({ db, viewer, now }, { relayId, name }) => {
    const found = await readRelay(db, viewer, relayId);
    if (found !== null && name.trim() !== found.relay.nickname)
      return refuse("wrong-name", `Type ${found.relay.nickname}, as it is written on this page.`);
    const removed = await removeRelay(db, viewer, { relayId, now });
    return removed.ok ? { go: "/relays" } : removed;
  },
});
