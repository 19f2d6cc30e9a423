import { z } from "zod";
import { RemovedViews, ViewList } from "@/components/queue/view-list.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { mayShare } from "@/lib/cases/save-view.ts";
import type { SavedView } from "@/lib/cases/saved-view.ts";
import { listViews } from "@/lib/cases/saved-view-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { changeViewAction } from "../view-actions.ts";

export const generateMetadata = titled(({ queue }) => queue.views.nav);

const input = z.object({ removed: z.uuid().optional().catch(undefined) });

export default operatorPage({ input, may: canEnter }, async ({ input: asked, ...context }) => {
  const { db, viewer, csrf, now } = context;
  const { views: said } = words().queue;
  const all = await listViews(db, viewer, { removed: true, now });
  const there = all.filter(({ removed }) => !removed);
  const isOwner = viewer.role === "owner";
  const gone = all.filter((view) => view.removed && (view.isMine || isOwner));
  const change = { csrf, change: changeViewAction };
  return (
    <DeskPage room="queue" viewer={viewer} csrf={csrf}>
      <PageTitle aside={<a href="/queue">{said.back}</a>}>{said.nav}</PageTitle>
      <RemovedNotice view={gone.find(({ id }) => id === asked.removed)} />
      {there.length === 0 ? <p>{said.empty}</p> : null}
      <ViewList {...change} views={there} mayShare={mayShare(viewer)} mayChangeAll={isOwner} />
      {gone.length === 0 ? null : (
        <section className="mt-6">
          <h2 className="mb-2 font-semibold">{said.removedOnes}</h2>
          <RemovedViews {...change} views={gone} lately={asked.removed} />
        </section>
      )}
    </DeskPage>
  );
});

function RemovedNotice({ view }: { view: SavedView | undefined }) {
  if (!view) return null;
  return (
    <div className="mb-3">
      <Notice kind="good">{fill(words().queue.views.removed, { name: view.name })}</Notice>
    </div>
  );
}
