import { MitigationRow } from "@/components/mitigations/mitigation-row.tsx";
import { ProposeForm } from "@/components/mitigations/propose-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import type { Mitigation } from "@/lib/cases/mitigation.ts";
import { proposeFor } from "@/lib/cases/propose-for-case.ts";
import { relayChoices } from "@/lib/cases/relay-policy.ts";
import type { Db } from "@/lib/db/client.ts";
import { proposeMitigationAction } from "../../mitigations/actions.ts";

type Props = {
  db: Db;
  viewer: Viewer;
  csrf: string;
  view: CaseView;
  /** Of this case. */
  made: readonly Mitigation[];
};

/** What was closed because of this case, and what could be. */
export async function CaseMitigations({ db, viewer, csrf, view, made }: Props) {
  const caseId = view.id;
  const proposal = proposeFor(view);
  const mayPropose = canManageRelays(viewer);
  if (made.length === 0 && !mayPropose) return null;
  const relays = (await relayChoices(db, viewer)).map(({ nickname }) => nickname);
  const [narrowest = ""] = proposal?.lines ?? [];
  return (
    <Card
      title={words().casePage.closedBecause}
      aside={<a href="/mitigations">{words().casePage.allMitigations}</a>}
    >
      {made.length === 0 ? <p className="text-sm">{words().casePage.nothingClosed}</p> : null}
      <ul>
        {made.map((one) => (
          <MitigationRow key={one.id} one={one} />
        ))}
      </ul>
      {mayPropose ? (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer font-medium">{words().casePage.closeAWhile}</summary>
          <p className="my-3">
            {rich(words().casePage.fromThisCase, {
              proposal: (proposal?.lines ?? []).join("; ") || words().casePage.noLines,
              link: (
                <a
                  href={`/policy/what-if?${new URLSearchParams({ case: caseId, lines: narrowest })}`}
                >
                  {words().casePage.whatClose}
                </a>
              ),
            })}
          </p>
          <ProposeForm
            action={proposeMitigationAction}
            hidden={{ csrf, caseId }}
            lines={narrowest}
            relay={relays.includes(proposal?.relay ?? "") ? (proposal?.relay ?? "") : ""}
            relays={relays}
            needsReason={false}
          />
        </details>
      ) : null}
    </Card>
  );
}
