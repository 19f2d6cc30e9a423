import type { Db } from "../db/client.ts";
import { planLooks } from "./look-store.ts";
import { type LookDeps, lookUpAddresses } from "./look-up-addresses.ts";
import { readLookUps } from "./look-ups-store.ts";

/** New addresses are asked about within this time, not all at once. */
const SPREAD = 30 * 60_000;
const PLAN_EVERY = 5 * 60_000;

/** The worker's round. Asks nobody anything unless the operator switched it on. */
export function keepLooking(deps: LookDeps): (db: Db) => Promise<number> {
  let planned = { at: 0, lists: "" };
  return async (db) => {
    const lookUps = await readLookUps(db);
    if (!lookUps.isOn) return 0;
    const now = deps.now();
    const lists = lookUps.lists.join(" ");
    if (planned.lists !== lists || now - planned.at > PLAN_EVERY) {
      await planLooks(db, lookUps.lists, { now, random: deps.random, spread: SPREAD });
      planned = { at: now, lists };
    }
    return await lookUpAddresses(db, lookUps, deps);
  };
}
