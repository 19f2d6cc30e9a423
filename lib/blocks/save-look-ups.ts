import { onRecord } from "../accounts/audit-store.ts";
import { canManageBlocks, canSwitchLookUps } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { resolverAddress } from "../net/resolver-address.ts";
import type { Instant } from "../time/instant.ts";
import { dnsblList } from "./dnsbl-lists.ts";
import { wishForLooks } from "./look-store.ts";
import { MAX_SERVERS } from "./look-ups.ts";
import { readLookUps, writeLookUps } from "./look-ups-store.ts";

type Given = { isOn: boolean; lists: readonly string[]; servers: readonly string[]; now: Instant };

/** Switches the look-ups on or off and says whom to ask and through what. The worker follows within seconds. */
export async function saveLookUps(
  db: Db,
  viewer: Viewer,
  { isOn, lists, servers, now }: Given,
): Promise<{ ok: true } | Refusal> {
  if (!canSwitchLookUps(viewer)) return forbidden("switch the look-ups");
  if (servers.length > MAX_SERVERS)
    return refuse("too-many", `Name at most ${MAX_SERVERS} resolvers.`);
  const wrong = servers.find((server) => resolverAddress(server) === null);
  if (wrong !== undefined)
    return refuse(
      "bad-resolver",
      `"${wrong.slice(0, 60)}" is no resolver such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:53.`,
    );
  const known = lists.filter((id) => dnsblList(id) !== null);
  if (isOn && known.length === 0) return refuse("no-list", "Choose at least one list to ask.");
  const asked = servers.flatMap((server) => resolverAddress(server) ?? []);
  const kept = { isOn, lists: [...new Set(known)], servers: [...new Set(asked)] };
  const act = { kind: "settings", what: `blocklists asked: ${isOn ? "on" : "off"}` } as const;
  await onRecord(db, viewer.userId, act, (tx) => writeLookUps(tx, kept));
  // What failed through another resolver is asked again through this one.
  await wishForLooks(db, { now, unlessSince: now });
  return { ok: true };
}

/** Nobody needs to ask a list twice within this time. */
const FRESH = 10 * 60_000;

/** Everything is asked about in the worker's next rounds, but for what was asked minutes ago. */
export async function lookAgain(
  db: Db,
  viewer: Viewer,
  now: Instant,
): Promise<{ ok: true } | Refusal> {
  if (!canManageBlocks(viewer)) return forbidden("ask blocklists");
  if (!(await readLookUps(db)).isOn)
    return refuse("off", "The look-ups are switched off. An owner switches them on below.");
  await wishForLooks(db, { now, unlessSince: now - FRESH });
  return { ok: true };
}
