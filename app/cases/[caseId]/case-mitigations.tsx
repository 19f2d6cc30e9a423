import { MitigationRow } from "@/components/mitigations/mitigation-row.tsx";
import { ProposeForm } from "@/components/mitigations/propose-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { listMitigations } from "@/lib/cases/mitigation-store.ts";
import { proposeForCase } from "@/lib/cases/propose-for-case.ts";
import { relayChoices } from "@/lib/cases/relay-policy.ts";
import type { Db } from "@/lib/db/client.ts";
import { proposeMitigationAction } from "../../mitigations/actions.ts";

type Props = { db: Db; viewer: Viewer; csrf: string; caseId: string };

/** What was closed because of this case, and what could be. */
export async function CaseMitigations({ db, viewer, csrf, caseId }: Props) {
  const made = await listMitigations(db, viewer, caseId);
  const proposal = await proposeForCase(db, viewer, caseId);
  const mayPropose = canManageRelays(viewer);
  if (made.length === 0 && !mayPropose) return null;
  const relays = (await relayChoices(db, viewer)).map(({ nickname }) => nickname);
  const [narrowest = ""] = proposal?.lines ?? [];
  return (
    <Card title="Closed because of this" aside={<a href="/mitigations">All mitigations</a>}>
      {made.length === 0 ? <p className="text-sm">Nothing so far.</p> : null}
      <ul>
        {made.map((one) => (
          <MitigationRow key={one.id} one={one} />
        ))}
      </ul>
      {mayPropose ? (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer font-medium">Close something for a while</summary>
          <p className="my-3">
            From this case, the narrowest first: {(proposal?.lines ?? []).join("; ") || "none"}.{" "}
            <a href={`/policy/what-if?${new URLSearchParams({ case: caseId, lines: narrowest })}`}>
              What would it close?
            </a>
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
