import type { QueueFilter } from "./queue.ts";

/** So many tabs of one's own and shared ones stand beside the fixed tabs; each costs a count. */
export const MAX_VIEWS = 12;
export const MAX_VIEW_NAME = 40;

/** A filter with a name. `isMine`: this viewer made it and may change it; an owner of the desk may change any. */
export type SavedView = {
  id: string;
  name: string;
  filter: QueueFilter;
  shared: boolean;
  isMine: boolean;
  isDefault: boolean;
  removed: boolean;
};

/**
 * The view the queue is opened with: the one asked for by its id, or the person's own first one when nothing is asked at
 * all. `gone`: there is none of that id for them any more.
 */
export function viewToShow(
  views: readonly SavedView[],
  { id, asksElse }: { id: string | undefined; asksElse: boolean },
): { view: SavedView | null; gone: boolean } {
  if (id === undefined && asksElse) return { view: null, gone: false };
  const view = views.find((one) => (id === undefined ? one.isDefault : one.id === id)) ?? null;
  return { view, gone: id !== undefined && view === null };
}
