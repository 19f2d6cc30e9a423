import { notFound } from "next/navigation";
import { z } from "zod";
import { ControlStep } from "@/components/mitigations/control-step.tsx";
import { EndForm } from "@/components/mitigations/end-form.tsx";
import { MitigationRow } from "@/components/mitigations/mitigation-row.tsx";
import { MitigationSteps } from "@/components/mitigations/mitigation-steps.tsx";
import { TorrcLines } from "@/components/policy/torrc-lines.tsx";
import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageRelays, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { mitigationFragment } from "@/lib/cases/mitigation-fragment.ts";
import { findMitigation } from "@/lib/cases/mitigation-store.ts";
import { planMitigation } from "@/lib/cases/start-mitigation.ts";
import { listSources } from "@/lib/relays/source-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { endMitigationAction, startByControlAction, startByHandAction } from "../actions.ts";

export const generateMetadata = titled(({ titles }) => titles.mitigation);

const input = z.object({ mitigationId: z.uuid(), source: z.uuid().optional().catch(undefined) });

export default operatorPage(
  { input, may: canSeeDesk },
  async ({ db, viewer, csrf, now, secretKey, input: asked }) => {
    const one = await findMitigation(db, viewer, asked.mitigationId);
    if (one === null) notFound();
    const mayStart = one.state === "proposed" && canManageRelays(viewer);
    const places = mayStart
      ? (await listSources(db)).filter(({ settings }) => settings.kind === "control")
      : [];
    const { source } = asked;
    const planned =
      mayStart && source
        ? await planMitigation(db, viewer, { id: one.id, sourceId: source, now }, secretKey)
        : null;
    const whatIf = new URLSearchParams({ lines: one.lines.join("\n") });
    if (one.caseId) whatIf.set("case", one.caseId);
    return (
      <DeskPage room="policy" viewer={viewer} csrf={csrf}>
        <PageTitle aside={<a href="/mitigations">{words().mitigations.all}</a>}>
          {words().mitigations.one}
        </PageTitle>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <Card title={one.reason}>
              <ul>
                <MitigationRow one={one} />
              </ul>
              <p className="my-3 text-sm">
                <a href={`/policy/what-if?${whatIf}`}>{words().mitigations.wouldHave}</a>
              </p>
              {canManageRelays(viewer) ? (
                <EndForm one={one} csrf={csrf} end={endMitigationAction} />
              ) : null}
            </Card>
            <Card title={words().mitigations.done}>
              <MitigationSteps steps={one.steps} />
            </Card>
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <TorrcLines fragment={mitigationFragment([one])} />
            <p className="text-sm">
              <a href={`/api/mitigations/torrc?id=${one.id}`} download>
                {words().mitigations.download}
              </a>
            </p>
            {mayStart ? (
              <>
                <Card title={words().mitigations.manually}>
                  <ActionForm action={startByHandAction} hidden={{ csrf, id: one.id }}>
                    <div>
                      <Button>{words().mitigations.linesIn}</Button>
                    </div>
                  </ActionForm>
                </Card>
                <Card title={words().mitigations.control}>
                  <ControlStep
                    id={one.id}
                    csrf={csrf}
                    places={places}
                    chosen={source}
                    planned={planned}
                    apply={startByControlAction}
                  />
                </Card>
              </>
            ) : null}
          </div>
        </div>
      </DeskPage>
    );
  },
);
