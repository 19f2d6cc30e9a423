import { notFound } from "next/navigation";
import { z } from "zod";
import { LanguageHelp } from "@/components/templates/language-help.tsx";
import { NumberedTemplate } from "@/components/templates/numbered-template.tsx";
import { TemplateDiff } from "@/components/templates/template-diff.tsx";
import { TemplateEditor } from "@/components/templates/template-editor.tsx";
import { VersionList } from "@/components/templates/version-list.tsx";
import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageTemplates, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { openTemplate } from "@/lib/cases/template-pages-view-store.ts";
import { casesToTry } from "@/lib/cases/try-template.ts";
import { openShelf } from "../../desk.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { editTemplateAction, removeTemplateAction, restoreTemplateAction } from "../actions.ts";

export const generateMetadata = titled(({ titles }) => titles.template);

const input = z.object({
  place: z.array(z.string().max(60)).length(2),
  saved: z.literal("yes").optional().catch(undefined),
});

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, input: asked }) => {
  const { shipped } = await openShelf();
  const found = await openTemplate(db, asked.place.join("/"), shipped);
  if (!found) notFound();
  const { key, text, seen, shippedText, isOwn } = found;
  const mayChange = canManageTemplates(viewer);
  return (
    <DeskPage room="settings" viewer={viewer} csrf={csrf}>
      <PageTitle
        aside={
          <a className="btn btn-sm" href="/templates">
            {words().templates.all}
          </a>
        }
      >
        {key}
      </PageTitle>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {asked.saved ? <Notice kind="good">{words().templates.saved}</Notice> : null}
          {found.shippedChanged ? (
            <Notice kind="warning">{words().templates.changedSince}</Notice>
          ) : null}
          {mayChange ? (
            <TemplateEditor
              words={words().templates.editor}
              preview={words().templates.preview}
              problemWords={words().templates.problems}
              key={seen}
              templateKey={key}
              text={text}
              seen={seen}
              cases={await casesToTry(db, viewer, found.type)}
              csrf={csrf}
              action={editTemplateAction}
            />
          ) : (
            <NumberedTemplate words={words().templates.problems} text={text} problems={[]} />
          )}
          {isOwn && shippedText !== null ? (
            <Card title={words().templates.against}>
              <TemplateDiff shipped={shippedText} yours={text} />
            </Card>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={words().templates.versions}>
            <div className="flex flex-col gap-4">
              <VersionList
                templateKey={key}
                versions={found.versions}
                seen={seen}
                csrf={csrf}
                restore={mayChange ? restoreTemplateAction : null}
              />
              {mayChange && isOwn ? (
                <ActionForm action={removeTemplateAction} hidden={{ csrf, key, seen }}>
                  <div>
                    <Button look="danger">
                      {shippedText === null
                        ? words().templates.takeAway
                        : words().templates.backToShipped}
                    </Button>
                  </div>
                </ActionForm>
              ) : null}
            </div>
          </Card>
          <Card title={words().templates.whatItCan}>
            <LanguageHelp />
          </Card>
        </div>
      </div>
    </DeskPage>
  );
});
