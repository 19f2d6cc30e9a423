import { z } from "zod";
import { ImportForm } from "@/components/templates/import-form.tsx";
import { TemplateList } from "@/components/templates/template-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageTemplates, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { listTemplates } from "@/lib/cases/template-pages-view-store.ts";
import { openShelf } from "../desk.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { importLibraryAction, lookAtLibraryAction } from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.templates);

function done() {
  return {
    removed: words().templates.removed,
    imported: words().templates.importedAll,
  };
}
const input = z.object({ done: z.enum(["removed", "imported"]).optional().catch(undefined) });

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, input: asked }) => {
  const mayChange = canManageTemplates(viewer);
  return (
    <DeskPage room="settings" viewer={viewer} csrf={csrf}>
      <PageTitle
        aside={
          mayChange ? (
            <span className="flex gap-2">
              <a className="btn btn-sm" href="/templates/new">
                {words().templates.new}
              </a>
              <a className="btn btn-sm" href="/api/templates" download>
                {words().templates.export}
              </a>
            </span>
          ) : null
        }
      >
        {words().templates.title}
      </PageTitle>
      <div className="flex flex-col gap-4">
        {asked.done ? <Notice kind="good">{done()[asked.done]}</Notice> : null}
        <p className="max-w-prose">{words().templates.about}</p>
        <div>
          <TemplateList rows={await listTemplates(db, (await openShelf()).shipped)} />
        </div>
        {mayChange ? (
          <Card title={words().templates.importTitle}>
            <ImportForm
              words={words().templates.import}
              problemWords={words().templates.problems}
              csrf={csrf}
              look={lookAtLibraryAction}
              confirm={importLibraryAction}
            />
          </Card>
        ) : null}
      </div>
    </DeskPage>
  );
});
