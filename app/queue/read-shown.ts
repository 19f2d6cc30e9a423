import { z } from "zod";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { type Count, type QueueFilter, TABS, type TabCounts } from "@/lib/cases/queue.ts";
import { filterFields, filterParams, isNarrowed, readFilter } from "@/lib/cases/queue-filter.ts";
import { countTabsAnd } from "@/lib/cases/queue-window-store.ts";
import { type SavedView, viewToShow } from "@/lib/cases/saved-view.ts";
import { listViews } from "@/lib/cases/saved-view-store.ts";
import type { Db } from "@/lib/db/client.ts";
import type { Instant } from "@/lib/time/instant.ts";

const orNone = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the queue's address can ask; what cannot be read asks for nothing. */
export const queueInput = z.object({
  ...filterFields,
  tab: orNone(z.enum(TABS)),
  view: orNone(z.uuid()),
  after: orNone(z.string().max(200)),
  before: orNone(z.string().max(200)),
  all: orNone(z.literal("yes")),
  sent: orNone(z.uuid()),
  from: orNone(z.uuid()),
});

type Shown = {
  filter: QueueFilter;
  /** The view that has this filter, when it is shown as one. */
  view: SavedView | null;
  /** A view was asked for that is not there. */
  gone: boolean;
  /** A filter beside the tab is on, and it is not a view's. */
  isFiltered: boolean;
  /** The address of this list, without a place in it. */
  here: string;
  counts: TabCounts;
  views: { view: SavedView; count: Count }[];
};

/** Which list is to be shown, and the tabs with their counts: two statements. */
export async function readShown(
  db: Db,
  viewer: Viewer,
  asked: z.infer<typeof queueInput>,
  now: Instant,
): Promise<Shown> {
  const wanted = readFilter({ ...asked, tab: asked.tab ?? "open" });
  const asksElse = asked.tab !== undefined || isNarrowed(wanted);
  const all = await listViews(db, viewer);
  const { view, gone } = viewToShow(all, { id: asked.view, asksElse });
  const filter = view?.filter ?? wanted;
  const ofViews = all.map((one) => one.filter);
  const { tabs, others } = await countTabsAnd(db, viewer, ofViews, now);
  const params = view ? [["view", view.id]] : filterParams(filter);
  return {
    filter,
    view,
    gone,
    isFiltered: view === null && isNarrowed(filter),
    here: `/queue?${new URLSearchParams(params)}`,
    counts: tabs,
    views: all.map((one, at) => ({ view: one, count: others[at] ?? { count: 0, more: false } })),
  };
}
