import { notFound } from "next/navigation";
import { z } from "zod";
import { BulkResult } from "@/components/queue/bulk-result.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canWork } from "@/lib/accounts/permissions.ts";
import { readBulk, stillHere } from "@/lib/cases/bulk-store.ts";
import { DeskPage } from "../../../desk-page.tsx";
import { operatorPage } from "../../../operator-page.ts";
import { titled } from "../../../page-metadata.ts";
import { undoManyAction } from "./actions.ts";

export const generateMetadata = titled(({ queue }) => queue.result.title);

const door = { input: z.object({ bulkId: z.uuid() }), may: canWork };

/** What became of each of many cases, and the way to take all of it back. */
export default operatorPage(door, async ({ db, viewer, csrf, now, input: { bulkId } }) => {
  const bulk = await readBulk(db, viewer, bulkId);
  if (!bulk) notFound();
  const waiting = bulk.kind === "answer" ? await stillHere(db, bulk.items, now) : null;
  return (
    <DeskPage room="queue" viewer={viewer} csrf={csrf}>
      <PageTitle aside={<a href="/queue">{words().queue.result.back}</a>}>
        {words().queue.result[bulk.kind].title}
      </PageTitle>
      <BulkResult bulk={bulk} waiting={waiting} csrf={csrf} undo={undoManyAction} />
    </DeskPage>
  );
});
