import { notFound } from "next/navigation";
import { CalendarForm } from "@/components/reports/calendar-form.tsx";
import { PublishedPreview } from "@/components/reports/published-preview.tsx";
import { reportLink } from "@/components/reports/report-link.ts";
import { ReportTabs } from "@/components/reports/report-tabs.tsx";
import { RuleForm } from "@/components/reports/rule-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { canManageSettings, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { makeTransparency } from "@/lib/reports/make-transparency.ts";
import { transparencyBlocks } from "@/lib/reports/transparency-blocks.ts";
import { readTransparencyRule } from "@/lib/reports/transparency-rule-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { saveRuleAction } from "./actions.ts";
import { askedPublished, readPublishedPeriod } from "./asked-published.ts";

export const generateMetadata = titled(({ reports }) => reports.transparency.title);

const door = { input: askedPublished, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, now, input }) => {
  const { choice, period, flaw } = readPublishedPeriod(input, now);
  const { language } = input;
  const report = await makeTransparency(db, viewer, { period, now });
  if (report === null) notFound();
  const rule = await readTransparencyRule(db);
  const { transparency: texts, flaws } = words().reports;
  const file = reportLink(
    "/api/reports/transparency.html",
    { period, relayId: null },
    { language },
  );
  return (
    <DeskPage room="reports" viewer={viewer} csrf={csrf}>
      <PageTitle>{words().reports.title}</PageTitle>
      <ReportTabs current="transparency" />
      <div className="flex flex-col gap-4">
        <p>{texts.intro}</p>
        {input.saved ? <Notice kind="good">{texts.saved}</Notice> : null}
        {flaw ? <Notice kind="warning">{flaws[flaw]}</Notice> : null}
        <Card title={texts.periodTitle}>
          <CalendarForm choice={choice} period={period} language={language} />
        </Card>
        <Card title={texts.ruleTitle}>
          {canManageSettings(viewer) ? (
            <RuleForm action={saveRuleAction} hidden={{ csrf }} rule={rule} />
          ) : (
            <p>
              {fill(texts.current, { rule: texts.rules[rule.authorities] })} {texts.onlyOwner}
            </p>
          )}
        </Card>
        <Card
          title={texts.previewTitle}
          aside={
            <a href={file} className="btn btn-primary btn-sm">
              {texts.download}
            </a>
          }
        >
          <p className="mb-4 text-sm">{texts.small}</p>
          <PublishedPreview
            blocks={transparencyBlocks(report, { language, now })}
            language={language}
          />
        </Card>
      </div>
    </DeskPage>
  );
});
