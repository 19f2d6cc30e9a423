import { notFound } from "next/navigation";
import { AnswerFigures } from "@/components/reports/answer-figures.tsx";
import { ClosedPortsCard } from "@/components/reports/closed-ports-card.tsx";
import { Definitions } from "@/components/reports/definitions.tsx";
import { ExportLinks } from "@/components/reports/export-links.tsx";
import { MitigationsCard } from "@/components/reports/mitigations-card.tsx";
import { PeriodForm } from "@/components/reports/period-form.tsx";
import { PlotPatterns } from "@/components/reports/plot-patterns.tsx";
import { ReportTabs } from "@/components/reports/report-tabs.tsx";
import { Tiles } from "@/components/reports/tiles.tsx";
import { TimeBars } from "@/components/reports/time-bars.tsx";
import { Volumes } from "@/components/reports/volumes.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { relayChoices } from "@/lib/cases/relay-policy.ts";
import { closePorts } from "@/lib/reports/close-ports.ts";
import { readFigures } from "@/lib/reports/figures-store.ts";
import { countMitigations } from "@/lib/reports/mitigations-in-force-store.ts";
import { dayText } from "@/lib/reports/period.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { askedReport, portsToClose, readAsked } from "./asked-report.ts";

export const generateMetadata = titled(({ reports }) => reports.title);

const door = { input: askedReport, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, now, input }) => {
  const { read, asked } = readAsked(input, now);
  const { period, relayId } = asked;
  const relays = await relayChoices(db, viewer);
  const relay = relays.find(({ id }) => id === relayId)?.nickname ?? null;
  const figures = await readFigures(db, viewer, { ...asked, now });
  if (figures === null || (relayId !== null && relay === null)) notFound();
  const ports = portsToClose(input, figures);
  const closed = await closePorts(db, viewer, { ports, period, relayId });
  const mitigations = await countMitigations(db, viewer, { period, relay });
  const about = { period, relayId };
  const texts = words().reports;
  return (
    <DeskPage room="reports" viewer={viewer} csrf={csrf}>
      <PageTitle>{texts.title}</PageTitle>
      <ReportTabs current="figures" />
      <PlotPatterns />
      <div className="flex flex-col gap-4">
        <Card title={texts.form.title}>
          <PeriodForm {...{ relays, period, relayId }} {...input} choice={read.choice} />
        </Card>
        {read.flaw ? <Notice kind="warning">{texts.flaws[read.flaw]}</Notice> : null}
        <p data-span>
          {fill(texts.span, { from: dayText(period.from), to: dayText(period.to) })}
          {relay === null ? null : `. ${fill(texts.aboutRelay, { relay })}`}
        </p>
        <Tiles figures={figures} about={about} />
        <Card title={texts.overTime.title}>
          {figures.cases === 0 ? (
            <p>{texts.noCases}</p>
          ) : (
            <TimeBars figures={figures} about={about} />
          )}
        </Card>
        {figures.cases === 0 ? null : (
          <>
            <AnswerFigures figures={figures} about={about} />
            <Volumes figures={figures} about={about} />
          </>
        )}
        <ClosedPortsCard {...{ closed, ports, period, relayId }} />
        <MitigationsCard {...mitigations} />
        <ExportLinks about={about} more={{ unit: asked.unit, close: ports.join(" ") }} />
        <Definitions />
      </div>
    </DeskPage>
  );
});
