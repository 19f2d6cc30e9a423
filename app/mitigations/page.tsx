import { MitigationRow } from "@/components/mitigations/mitigation-row.tsx";
import { ProposeForm } from "@/components/mitigations/propose-form.tsx";
import { PolicyTabs } from "@/components/policy/policy-tabs.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageRelays, canSeeDesk } from "@/lib/accounts/permissions.ts";
import type { Mitigation } from "@/lib/cases/mitigation.ts";
import { listMitigations } from "@/lib/cases/mitigation-store.ts";
import { relayChoices } from "@/lib/cases/relay-policy.ts";
import { DeskPage } from "../desk-page.tsx";
import { noInput, operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { proposeMitigationAction } from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.mitigations);

export default operatorPage({ input: noInput, may: canSeeDesk }, async ({ db, viewer, csrf }) => {
  const all = await listMitigations(db, viewer);
  const groups = [
    { title: words().mitigations.groupOut, of: all.filter((one) => one.mustComeOut) },
    {
      title: words().mitigations.groupInForce,
      of: all.filter(({ state }) => state === "active").sort(byEnd),
    },
    {
      title: words().mitigations.groupProposed,
      of: all.filter(({ state }) => state === "proposed"),
    },
    { title: words().mitigations.groupOver, of: all.filter((one) => isOver(one)) },
  ];
  const relays = (await relayChoices(db, viewer)).map(({ nickname }) => nickname);
  return (
    <DeskPage room="policy" viewer={viewer} csrf={csrf}>
      <PageTitle
        aside={
          <a className="btn btn-sm" href="/api/mitigations/record.txt" download>
            {words().mitigations.record}
          </a>
        }
      >
        {words().mitigations.title}
      </PageTitle>
      <PolicyTabs current="mitigations" />
      <div className="flex flex-col gap-4">
        <p className="max-w-prose">{words().mitigations.about}</p>
        {all.length === 0 ? <Notice kind="info">{words().mitigations.never}</Notice> : null}
        {groups.map(({ title, of }) =>
          of.length === 0 ? null : (
            <Card key={title} title={title}>
              <ul>
                {of.map((one) => (
                  <MitigationRow key={one.id} one={one} />
                ))}
              </ul>
            </Card>
          ),
        )}
        {canManageRelays(viewer) ? (
          <Card title={words().mitigations.withoutCase}>
            <ProposeForm
              action={proposeMitigationAction}
              hidden={{ csrf }}
              lines=""
              relay=""
              relays={relays}
              needsReason
            />
          </Card>
        ) : null}
      </div>
    </DeskPage>
  );
});

function isOver(one: Mitigation): boolean {
  return one.state !== "active" && one.state !== "proposed" && !one.mustComeOut;
}

function byEnd(a: Mitigation, b: Mitigation): number {
  return a.expiresAt - b.expiresAt;
}
