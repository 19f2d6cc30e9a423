import { z } from "zod";
import { EmptyQueue } from "@/components/queue/empty-queue.tsx";
import { QuarantineList } from "@/components/queue/quarantine-list.tsx";
import { QueueList } from "@/components/queue/queue-list.tsx";
import { QueueTabs } from "@/components/queue/queue-tabs.tsx";
import { TroubleNotice } from "@/components/queue/trouble-notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { listQuarantine } from "@/lib/cases/quarantine-store.ts";
import { COUNT_CAP, TABS } from "@/lib/cases/queue.ts";
import { listQueue } from "@/lib/cases/queue-store.ts";
import { countTabs } from "@/lib/cases/queue-window-store.ts";
import { readTrouble } from "@/lib/cases/trouble-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { UndoNotice } from "../undo-notice.tsx";

export const generateMetadata = titled(({ titles }) => titles.queue);

const input = z.object({
  tab: z.enum(TABS).catch("open"),
  after: z.string().max(200).optional(),
  sent: z.uuid().optional().catch(undefined),
  from: z.uuid().optional().catch(undefined),
});

const door = { input, may: canEnter };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const counts = await countTabs(db, viewer, now);
  const { rows, next } = await listQueue(db, viewer, {
    tab: asked.tab,
    size: 50,
    after: asked.after ?? null,
    now,
  });
  return (
    <DeskPage room="queue" screen="queue" viewer={viewer} csrf={csrf}>
      <PageTitle>{words().nav.queue}</PageTitle>
      <UndoNotice
        db={db}
        viewer={viewer}
        csrf={csrf}
        now={now}
        outboxId={asked.sent}
        caseId={asked.from}
      />
      <TroubleNotice trouble={await readTrouble(db, viewer)} />
      <QueueTabs tabs={TABS} cap={COUNT_CAP} counts={counts} current={asked.tab} />
      {asked.tab === "quarantine" ? (
        <QuarantineList items={await listQuarantine(db, viewer)} />
      ) : null}
      {rows.length > 0 ? <QueueList items={rows} now={now} /> : null}
      {counts[asked.tab].count === 0 ? <EmptyQueue tab={asked.tab} /> : null}
      {next === null ? null : (
        <p className="mt-4">
          <a href={`/queue?tab=${asked.tab}&after=${encodeURIComponent(next)}`}>
            {words().queue.next}
          </a>
        </p>
      )}
    </DeskPage>
  );
});
