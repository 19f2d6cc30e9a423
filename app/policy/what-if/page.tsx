import { z } from "zod";
import { BadMoment } from "@/components/policy/bad-moment.tsx";
import { PolicyTabs } from "@/components/policy/policy-tabs.tsx";
import { ProposedLinks } from "@/components/policy/proposed-links.tsx";
import { WhatIfForm } from "@/components/policy/what-if-form.tsx";
import { WhatIfResult } from "@/components/policy/what-if-result.tsx";
import { Card } from "@/components/ui/card.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { askWhatIf } from "@/lib/cases/ask-what-if.ts";
import { proposeForCase } from "@/lib/cases/propose-for-case.ts";
import { relayChoices } from "@/lib/cases/relay-policy.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { utcMoment } from "../utc-moment.ts";

export const generateMetadata = titled(({ titles }) => titles.whatIf);

const input = z.object({
  relay: z.string().max(40).optional().catch(undefined),
  at: z.string().max(30).catch(""),
  lines: z.string().max(4_000).catch(""),
  mode: z.enum(["front", "whole"]).catch("front"),
  days: z.coerce.number().int().min(1).max(3_650).catch(30),
  scope: z.enum(["all", "relay"]).catch("all"),
  case: z.string().max(40).optional().catch(undefined),
});

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const relays = await relayChoices(db, viewer);
  const proposal = asked.case ? await proposeForCase(db, viewer, asked.case) : null;
  const concerned = relays.find(({ nickname }) => nickname === proposal?.relay) ?? relays[0];
  const relayId = (asked.relay ?? concerned?.id) || null;
  const at = utcMoment(asked.at, now);
  const { mode, days, scope, lines } = asked;
  const question = { relayId, mode, days, text: lines, onlyThisRelay: scope === "relay", now };
  const about = proposal === null ? "a what-if of the desk" : `proposed for case ${proposal.ref}`;
  const answer =
    lines.trim() === "" || at === null
      ? null
      : await askWhatIf(db, viewer, { ...question, at, about });
  return (
    <DeskPage room="policy" viewer={viewer} csrf={csrf}>
      <PageTitle>{words().nav.policy}</PageTitle>
      <PolicyTabs current="what-if" />
      <div className="flex flex-col gap-4">
        <Card title={words().policy.whatIfTitle}>
          {proposal ? <ProposedLinks proposal={proposal} /> : null}
          <WhatIfForm
            relays={relays}
            asked={{
              relay: relayId,
              at: asked.at,
              lines,
              mode,
              days,
              scope,
              caseId: proposal?.id ?? null,
            }}
          />
        </Card>
        {at === null ? <BadMoment text={asked.at} /> : null}
        {answer ? <WhatIfResult answer={answer} days={days} now={now} /> : null}
      </div>
    </DeskPage>
  );
});
