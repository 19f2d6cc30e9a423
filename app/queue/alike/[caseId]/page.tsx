import { notFound } from "next/navigation";
import { z } from "zod";
import { QueueList } from "@/components/queue/queue-list.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { sayRefusal } from "@/components/words/say-refusal.ts";
import { plural, readerLanguage, words } from "@/components/words/words.ts";
import { canWork } from "@/lib/accounts/permissions.ts";
import { type Alike, listAlike } from "@/lib/cases/list-alike.ts";
import { DeskPage } from "../../../desk-page.tsx";
import { operatorPage } from "../../../operator-page.ts";
import { titled } from "../../../page-metadata.ts";

export const generateMetadata = titled(({ queue }) => queue.choose.alikeTitle);

const door = { input: z.object({ caseId: z.uuid() }), may: canWork };

/** The cases one read letter may stand for, all of them chosen. */
export default operatorPage(door, async ({ db, viewer, csrf, now, input: { caseId } }) => {
  const alike = await listAlike(db, viewer, caseId);
  if (alike.rows.length === 0) notFound();
  const isAlike = alike.why === null;
  return (
    <DeskPage room="queue" screen="queue" viewer={viewer} csrf={csrf}>
      <PageTitle aside={<a href="/queue">{words().queue.choose.all}</a>}>
        {words().queue.choose.alikeTitle}
      </PageTitle>
      <div className="mb-3">
        <Notice kind={isAlike ? "info" : "warning"}>{found(alike)}</Notice>
      </div>
      <QueueList items={alike.rows} now={now} canChoose allChosen={isAlike} />
    </DeskPage>
  );
});

function found({ rows, more, why }: Alike): string {
  const { choose } = words().queue;
  if (why !== null)
    return fill(choose.alikeNot, { why: sayRefusal({ text: why }, readerLanguage()) });
  const alike = plural(rows.length, choose.alikeFound);
  return more ? `${alike} ${choose.alikeMore}` : alike;
}
