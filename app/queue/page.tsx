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
import { canEnter, canSettleQuarantine, canWork } from "@/lib/accounts/permissions.ts";
import { listQuarantine } from "@/lib/cases/quarantine-store.ts";
import { COUNT_CAP, TABS } from "@/lib/cases/queue.ts";
import { filterParams } from "@/lib/cases/queue-filter.ts";
import { listQueue } from "@/lib/cases/queue-store.ts";
import { mayShare } from "@/lib/cases/save-view.ts";
import { readTrouble } from "@/lib/cases/trouble-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { UndoNotice } from "../undo-notice.tsx";
import { settleQuarantinedAction } from "./quarantine-actions.ts";
import { queueInput, readShown } from "./read-shown.ts";
import { saveViewAction } from "./view-actions.ts";

export const generateMetadata = titled(({ titles }) => titles.queue);

const door = { input: queueInput, may: canEnter };
const PAGE = { size: 50 };
const WITH_CASES = TABS.filter((tab) => tab !== "quarantine");

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const shown = await readShown(db, viewer, asked, now);
  const { filter, here } = shown;
  const place = { ...PAGE, after: asked.after ?? null, before: asked.before, now };
  const list = await listQueue(db, viewer, { ...filter, ...place });
  const quarantine = filter.tab === "quarantine" ? await listQuarantine(db, viewer) : null;
  const isEmpty = list.rows.length + (quarantine?.length ?? 0) === 0 && list.next === null;
  return (
    <DeskPage room="queue" screen="queue" viewer={viewer} csrf={csrf}>
      <PageTitle aside={<a href="/queue/views">{words().queue.views.manage}</a>}>
        {words().nav.queue}
      </PageTitle>
      <UndoNotice {...{ db, viewer, csrf, now }} outboxId={asked.sent} caseId={asked.from} />
      <TroubleNotice trouble={await readTrouble(db, viewer)} />
      {shown.gone ? <Notice kind="warning">{words().queue.views.gone}</Notice> : null}
      <QueueTabs
        tabs={TABS}
        cap={COUNT_CAP}
        counts={shown.counts}
        views={shown.views}
        current={shown.view ? { view: shown.view.id } : filter.tab}
      />
      {quarantine ? (
        <QuarantineList
          items={quarantine}
          csrf={csrf}
          settle={canSettleQuarantine(viewer) ? settleQuarantinedAction : null}
        />
      ) : (
        <FilterForm key={here} filter={filter} tabs={WITH_CASES} isOn={shown.isFiltered} />
      )}
      {shown.isFiltered ? (
        <SaveViewForm
          save={saveViewAction}
          hidden={{ csrf, ...Object.fromEntries(filterParams(filter)) }}
          mayShare={mayShare(viewer)}
        />
      ) : null}
      <QueueList
        items={list.rows}
        now={now}
        canChoose={canWork(viewer)}
        allChosen={asked.all === "yes"}
        allHref={`${here}${placeOf(asked)}&all=yes`}
      />
      {isEmpty ? <EmptyQueue tab={filter.tab} why={whyEmpty(shown, asked)} /> : null}
      <QueuePages here={here} next={list.next} previous={list.previous} looked={list.looked} />
    </DeskPage>
  );
});

type Place = { after?: string | undefined; before?: string | undefined };

function placeOf({ after, before }: Place): string {
  if (before) return `&before=${encodeURIComponent(before)}`;
  return after ? `&after=${encodeURIComponent(after)}` : "";
}

function whyEmpty(
  { isFiltered, view }: { isFiltered: boolean; view: unknown },
  { after, before }: Place,
): "past" | "filtered" | "none" {
  if (after ?? before) return "past";
  return isFiltered || view ? "filtered" : "none";
}
