import { LanguageHelp } from "@/components/templates/language-help.tsx";
import { TemplateEditor } from "@/components/templates/template-editor.tsx";
import { Card } from "@/components/ui/card.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageTemplates } from "@/lib/accounts/permissions.ts";
import { casesToTry } from "@/lib/cases/try-template.ts";
import { toIso } from "@/lib/time/instant.ts";
import { DeskPage } from "../../desk-page.tsx";
import { noInput, operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { editTemplateAction } from "../actions.ts";

export const generateMetadata = titled(({ titles }) => titles.newTemplate);

export default operatorPage(
  { input: noInput, may: canManageTemplates },
  async ({ db, viewer, csrf, now }) => (
    <DeskPage room="settings" viewer={viewer} csrf={csrf}>
      <PageTitle
        aside={
          <a className="btn btn-sm" href="/templates">
            {words().templates.all}
          </a>
        }
      >
        {words().templates.new}
      </PageTitle>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TemplateEditor
          words={words().templates.editor}
          preview={words().templates.preview}
          problemWords={words().templates.problems}
          templateKey=""
          text={start(toIso(now).slice(0, 10))}
          seen={0}
          cases={await casesToTry(db, viewer, "any")}
          csrf={csrf}
          action={editTemplateAction}
        />
        <Card title={words().templates.whatItCan}>
          <LanguageHelp />
        </Card>
      </div>
    </DeskPage>
  ),
);

/** The front matter says which letters it is for: kind, reader, language, verdicts. */
function start(day: string): string {
  return `---
id: spam_web/our-letter
type: spam_web
audience: complainant
language: en
verdicts: []
jurisdiction: any
legal: false
subject: '{{fact "replySubject"}}'
source: our own
licence: our own
reviewed: "${day}"
---
Hello,

thank you for your report{{#given "reference"}} {{fact "reference"}}{{/given}}.

-- 
{{fact "signature"}}
`;
}
