import { z } from "zod";
import { EmptyQueue } from "@/components/queue/empty-queue.tsx";
import { FilterForm } from "@/components/queue/filter-form.tsx";
import { QuarantineList } from "@/components/queue/quarantine-list.tsx";
import { QueueList } from "@/components/queue/queue-list.tsx";
import { QueuePages } from "@/components/queue/queue-pages.tsx";
import { QueueTabs } from "@/components/queue/queue-tabs.tsx";
import { SaveViewForm } from "@/components/queue/save-view-form.tsx";
import { TroubleNotice } from "@/components/queue/trouble-notice.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canEnter, canWork } from "@/lib/accounts/permissions.ts";
import { listQuarantine } from "@/lib/cases/quarantine-store.ts";
import { COUNT_CAP, TABS } from "@/lib/cases/queue.ts";
import { filterFields, filterParams, isNarrowed, readFilter } from "@/lib/cases/queue-filter.ts";
import { listQueue } from "@/lib/cases/queue-store.ts";
import { countTabsAnd } from "@/lib/cases/queue-window-store.ts";
import { mayShare } from "@/lib/cases/save-view.ts";
import { viewToShow } from "@/lib/cases/saved-view.ts";
import { listViews } from "@/lib/cases/saved-view-store.ts";
import { readTrouble } from "@/lib/cases/trouble-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { UndoNotice } from "../undo-notice.tsx";
import { saveViewAction } from "./view-actions.ts";

export const generateMetadata = titled(({ titles }) => titles.queue);

const PAGE = 50;
const orNone = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const input = z.object({
  ...filterFields,
  tab: orNone(z.enum(TABS)),
  view: orNone(z.uuid()),
  after: orNone(z.string().max(200)),
  before: orNone(z.string().max(200)),
  sent: orNone(z.uuid()),
  from: orNone(z.uuid()),
});

export default operatorPage({ input, may: canEnter }, async ({ input: asked, ...context }) => {
  const { db, viewer, csrf, now } = context;
  const { tab, view: id, after = null, before, sent, from, ...facets } = asked;
  const wanted = readFilter({ ...facets, tab: tab ?? "open" });
  const views = await listViews(db, viewer);
  const { view, gone } = viewToShow(views, {
    id,
    asksElse: tab !== undefined || isNarrowed(wanted),
  });
  const filter = view?.filter ?? wanted;
  const ofViews = views.map((one) => one.filter);
  const { tabs, others } = await countTabsAnd(db, viewer, ofViews, now);
  const place = { size: PAGE, after, before, now };
  const { rows, next, previous, looked } = await listQueue(db, viewer, { ...filter, ...place });
  const isQuarantine = filter.tab === "quarantine";
  const isOn = isNarrowed(filter);
  const params = view ? [["view", view.id]] : filterParams(filter);
  return (
    <DeskPage room="queue" screen="queue" viewer={viewer} csrf={csrf}>
      <PageTitle aside={<a href="/queue/views">{words().queue.views.manage}</a>}>
        {words().nav.queue}
      </PageTitle>
      <UndoNotice {...{ db, viewer, csrf, now }} outboxId={sent} caseId={from} />
      <TroubleNotice trouble={await readTrouble(db, viewer)} />
      {gone ? <Notice kind="warning">{words().queue.views.gone}</Notice> : null}
      <QueueTabs
        tabs={TABS}
        cap={COUNT_CAP}
        counts={tabs}
        views={views.flatMap((one, at) => (others[at] ? [{ view: one, count: others[at] }] : []))}
        current={view ? { view: view.id } : filter.tab}
      />
      {isQuarantine ? null : <FilterForm key={`${params}`} filter={filter} isOn={isOn && !view} />}
      {isOn && !view ? (
        <SaveViewForm
          save={saveViewAction}
          hidden={{ csrf, ...Object.fromEntries(filterParams(filter)) }}
          mayShare={mayShare(viewer)}
        />
      ) : null}
      {isQuarantine ? <QuarantineList items={await listQuarantine(db, viewer)} /> : null}
      {rows.length > 0 ? (
        <QueueList items={rows} now={now} canChoose={canWork(viewer)} allChosen={false} />
      ) : null}
      {rows.length === 0 && next === null && !(isQuarantine && tabs.quarantine.count > 0) ? (
        <EmptyQueue
          tab={filter.tab}
          why={emptyBecause({ isOn, isPast: after !== null || before !== undefined })}
        />
      ) : null}
      <QueuePages
        here={`/queue?${new URLSearchParams(params)}`}
        next={next}
        previous={previous}
        looked={looked}
      />
    </DeskPage>
  );
});

function emptyBecause({ isOn, isPast }: { isOn: boolean; isPast: boolean }) {
  if (isPast) return "past";
  return isOn ? "filtered" : "none";
}
