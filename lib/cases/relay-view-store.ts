import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Relay } from "../relays/history.ts";
import { withoutStruck } from "../relays/strike.ts";
import type { StrikeLine } from "../relays/strike-line.ts";
import { findRelay } from "../relays/strike-store.ts";

/** `by` of a strike is a login here. */
export type RelayView = { id: string; relay: Relay; strikes: StrikeLine[] };

/** One relay without what was struck out, and what was; null when there is none for this viewer. */
export async function readRelay(db: Db, viewer: Viewer, id: string): Promise<RelayView | null> {
  const found = canSeeDesk(viewer) ? await findRelay(db, id) : null;
  if (found === null) return null;
  const { relay, strikes } = found;
  const people = await db.user.findMany({
    where: { id: { in: strikes.map(({ by }) => by) } },
    select: { id: true, login: true },
  });
  const logins = new Map(people.map((person) => [person.id, person.login]));
  return {
    id,
    relay: withoutStruck(relay, strikes),
    strikes: strikes.map((each) => ({ ...each, by: logins.get(each.by) ?? "the desk" })),
  };
}
