import Link from "next/link";
import { z } from "zod";
import { BehindLine } from "@/components/reports/behind-line.tsx";
import { CaseTable } from "@/components/reports/case-table.tsx";
import { ExportLinks } from "@/components/reports/export-links.tsx";
import { casesLink, reportLink } from "@/components/reports/report-link.ts";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { pageOfCounted } from "@/lib/reports/case-list-store.ts";
import { dayText } from "@/lib/reports/period.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { askedReport, readAsked } from "../asked-report.ts";

export const generateMetadata = titled(({ reports }) => reports.cases.title);

const input = askedReport.extend({
  after: z.string().max(60).nullable().catch(null).default(null),
});
const door = { input, may: canSeeDesk };
const SIZE = 50;

export default operatorPage(door, async ({ db, viewer, csrf, now, input: given }) => {
  const { asked, behind } = readAsked(given, now);
  const { period, relayId } = asked;
  const page = await pageOfCounted(db, viewer, {
    ...asked,
    behind,
    now,
    after: given.after,
    size: SIZE,
  });
  const about = { period, relayId, behind };
  const texts = words().reports;
  return (
    <DeskPage room="reports" viewer={viewer} csrf={csrf}>
      <PageTitle>{texts.cases.title}</PageTitle>
      <div className="flex flex-col gap-4">
        <p>{fill(texts.span, { from: dayText(period.from), to: dayText(period.to) })}</p>
        <BehindLine behind={behind} />
        <CaseTable rows={page.rows} />
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {page.next === null ? null : (
            <Link
              href={reportLink("/reports/cases", about, { after: page.next })}
              prefetch={false}
              className="link"
            >
              {texts.cases.next}
            </Link>
          )}
          {given.after === null ? null : (
            <Link href={casesLink(about)} prefetch={false} className="link">
              {texts.cases.first}
            </Link>
          )}
          <Link
            href={reportLink("/reports", { period, relayId })}
            prefetch={false}
            className="link"
          >
            {texts.cases.back}
          </Link>
        </p>
        <ExportLinks about={about} only="cases" />
      </div>
    </DeskPage>
  );
});
