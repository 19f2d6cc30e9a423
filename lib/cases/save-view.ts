import { canWork, seesAllRelays } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { QueueFilter } from "./queue.ts";
import { MAX_VIEW_NAME, MAX_VIEWS } from "./saved-view.ts";
import { addView, countViews } from "./saved-view-store.ts";

type Input = { name: string; filter: QueueFilter; shared: boolean; now: Instant };

/** Keeps a filter under a name, as a tab of this person, or of everybody. */
export async function saveView(
  db: Db,
  viewer: Viewer,
  { name, filter, shared, now }: Input,
): Promise<{ ok: true; viewId: string } | Refusal> {
  if (shared && !mayShare(viewer)) return forbidden("share views");
  const stop = viewNameProblem(name);
  if (stop) return stop;
  return await db.$transaction(async (tx) => {
    const full = await tooManyViews(tx, viewer);
    if (full) return full;
    const view = { name: name.trim(), filter, shared, ownerId: viewer.userId, now };
    return { ok: true as const, viewId: await addView(tx, view) };
  });
}

export function viewNameProblem(name: string): Refusal | null {
  const length = [...name.trim()].length;
  if (length > 0 && length <= MAX_VIEW_NAME) return null;
  return refuse("bad-name", "Give the view a name of 1 to {max} characters.", {
    max: MAX_VIEW_NAME,
  });
}

/** Everybody has the tabs of a shared view, so whoever only reads does not make them. */
export function mayShare(viewer: Viewer): boolean {
  return canWork(viewer) && seesAllRelays(viewer);
}

/** Each view is a tab with a count of its own. */
export async function tooManyViews(tx: Tx, viewer: Viewer): Promise<Refusal | null> {
  if ((await countViews(tx, viewer)) < MAX_VIEWS) return null;
  return refuse("too-many-views", "There are {max} views already. Remove one first.", {
    max: MAX_VIEWS,
  });
}
