import Link from "next/link";
import { z } from "zod";
import { AuditFiles } from "@/components/audit/audit-files.tsx";
import { AuditFilter, auditLink } from "@/components/audit/audit-filter.tsx";
import { AuditTable } from "@/components/audit/audit-table.tsx";
import { Card } from "@/components/ui/card.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { AUDIT_KINDS } from "@/lib/accounts/audit-entry.ts";
import { canSeeAudit } from "@/lib/accounts/permissions.ts";
import { auditedPeople, pageOfAudit } from "@/lib/cases/audit-view-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";

export const generateMetadata = titled(({ audit }) => audit.title);

const SIZE = 50;
const DAY = 86_400_000;
const asked = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional()).catch(undefined);
const input = z.object({
  by: asked(z.uuid()),
  kind: asked(z.enum(AUDIT_KINDS)),
  from: asked(z.iso.date()),
  to: asked(z.iso.date()),
  before: asked(z.coerce.number().int().positive()),
});

export default operatorPage(
  { input, may: canSeeAudit },
  async ({ db, viewer, csrf, input: given }) => {
    const texts = words().audit;
    const { by, kind, from, to, before } = given;
    const page = await pageOfAudit(db, viewer, {
      by,
      kind,
      from: from === undefined ? undefined : Date.parse(from),
      to: to === undefined ? undefined : Date.parse(to) + DAY,
      before: before ?? null,
      size: SIZE,
    });
    const filter = { by, kind, from, to };
    return (
      <DeskPage room="settings" viewer={viewer} csrf={csrf}>
        <PageTitle>{texts.title}</PageTitle>
        <div className="flex flex-col gap-4">
          <p className="max-w-prose text-sm">{texts.about}</p>
          <Card title={texts.narrow}>
            <AuditFilter people={await auditedPeople(db)} asked={filter} />
          </Card>
          <AuditTable rows={page?.rows ?? []} />
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            {page === null || page.next === null ? null : (
              <Link href={auditLink(filter, page.next)} prefetch={false} className="link">
                {texts.older}
              </Link>
            )}
            {before === undefined ? null : (
              <Link href={auditLink(filter, null)} prefetch={false} className="link">
                {texts.newest}
              </Link>
            )}
          </p>
          <Card title={texts.files}>
            <AuditFiles csrf={csrf} />
          </Card>
        </div>
      </DeskPage>
    );
  },
);
