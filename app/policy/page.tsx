import { z } from "zod";
import { BadMoment } from "@/components/policy/bad-moment.tsx";
import { PasteForm } from "@/components/policy/paste-form.tsx";
import { PolicyInForce } from "@/components/policy/policy-in-force.tsx";
import { PolicyTabs } from "@/components/policy/policy-tabs.tsx";
import { RelayQuestion } from "@/components/policy/relay-question.tsx";
import { SimulatedPolicy } from "@/components/policy/simulated-policy.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { relayChoices, relayPolicy } from "@/lib/cases/relay-policy.ts";
import { simulate } from "@/lib/exit-policy/simulate.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { tryPolicyAction } from "./actions.ts";
import { targetFields, targetLines } from "./targets.ts";
import { utcMoment } from "./utc-moment.ts";

export const generateMetadata = titled(({ titles }) => titles.policy);

const input = z.object({
  relay: z.string().max(40).catch(""),
  at: z.string().max(30).catch(""),
  ...targetFields,
});

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const relays = await relayChoices(db, viewer);
  const at = utcMoment(asked.at, now);
  const relayId = asked.relay || relays[0]?.id;
  const known = relayId && at !== null ? await relayPolicy(db, viewer, { relayId, at }) : null;
  return (
    <DeskPage room="policy" viewer={viewer} csrf={csrf}>
      <PageTitle>{words().nav.policy}</PageTitle>
      <PolicyTabs current="try" />
      <div className="flex flex-col gap-4">
        {at === null ? <BadMoment text={asked.at} /> : null}
        {relays.length > 0 ? (
          <Card title={words().policy.tryTitle}>
            <RelayQuestion relays={relays} chosen={relayId ?? null} at={asked.at} typed={asked} />
          </Card>
        ) : (
          <Notice kind="info">{words().policy.noRelay}</Notice>
        )}
        {known ? <PolicyInForce known={known} now={now} /> : null}
        {known?.inForce ? (
          <SimulatedPolicy
            words={words().policy.simulated}
            simulation={simulate(known.lines, targetLines(asked), known.addresses)}
          />
        ) : null}
        <PasteForm
          words={words().policy.paste}
          simulated={words().policy.simulated}
          targets={words().policy.targets}
          action={tryPolicyAction}
          csrf={csrf}
        />
      </div>
    </DeskPage>
  );
});
