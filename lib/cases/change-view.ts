import { seesAllRelays } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { mayShare, tooManyViews, viewNameProblem } from "./save-view.ts";
import { changeView, findView, putDefault } from "./saved-view-store.ts";

type Input = { viewId: string; now: Instant } & (
  | { change: "rename"; name: string }
  | { change: "remove" | "restore" | "share" | "unshare" | "default" | "no-default" }
);

/**
 * Renames, removes, brings back, shares a view, or makes it the one this person's queue opens with. A view belongs to who
 * made it; a shared one may be changed by an owner of the desk too.
 */
export async function changeSavedView(
  db: Db,
  viewer: Viewer,
  input: Input,
): Promise<{ ok: true } | Refusal> {
  const { viewId, change } = input;
  const stop = change === "rename" ? viewNameProblem(input.name) : null;
  if (stop) return stop;
  return await db.$transaction(async (tx) => {
    const view = await findView(tx, viewId);
    if (!view || !sees(viewer, view)) return notFound("view");
    if (change === "default" || change === "no-default") {
      await putDefault(tx, viewer.userId, change === "default" ? viewId : null);
      return { ok: true as const };
    }
    const no = await whyNot(tx, viewer, view, change);
    if (no) return no;
    await changeView(tx, viewId, changed(input));
    return { ok: true as const };
  });
}

type Owned = { ownerId: string; shared: boolean };

/** A delegate must not learn from a shared view which relays there are. */
function sees(viewer: Viewer, { ownerId, shared }: Owned): boolean {
  return ownerId === viewer.userId || (shared && seesAllRelays(viewer));
}

async function whyNot(
  tx: Tx,
  viewer: Viewer,
  { ownerId }: Owned,
  change: Input["change"],
): Promise<Refusal | null> {
  const mine = ownerId === viewer.userId || viewer.role === "owner";
  if (!mine || (change === "share" && !mayShare(viewer))) return forbidden("change this view");
  return change === "restore" ? await tooManyViews(tx, viewer) : null;
}

function changed(input: Input) {
  switch (input.change) {
    case "rename":
      return { name: input.name.trim() };
    case "remove":
      return { removedAt: new Date(input.now) };
    case "restore":
      return { removedAt: null };
    default:
      return { shared: input.change === "share" };
  }
}
