import { z } from "zod";
import { NetworkAge } from "@/components/policy/network-age.tsx";
import { NetworkForm } from "@/components/policy/network-form.tsx";
import { PolicyTabs } from "@/components/policy/policy-tabs.tsx";
import { ReachingExits } from "@/components/policy/reaching-exits.tsx";
import { TargetQuestion } from "@/components/policy/target-question.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { canManageRelays, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { exitsReachingTarget } from "@/lib/cases/exits-list.ts";
import { networkFacts } from "@/lib/relays/network-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { addNetworkAction } from "../actions.ts";

export const generateMetadata = titled(({ titles }) => titles.exits);

const input = z.object({
  target: z.string().max(300).catch(""),
  added: z.coerce.number().int().min(0).optional().catch(undefined),
});

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const network = await networkFacts(db);
  const target = asked.target.trim();
  const answer = target === "" || network === null ? null : await exitsReachingTarget(db, target);
  return (
    <DeskPage room="policy" viewer={viewer} csrf={csrf}>
      <PageTitle>{words().nav.policy}</PageTitle>
      <PolicyTabs current="exits" />
      <div className="flex flex-col gap-4">
        {asked.added === undefined ? null : (
          <Notice kind="good">{rich(words().policy.read, { added: asked.added })}</Notice>
        )}
        <NetworkAge network={network} now={now} />
        {network === null ? null : (
          <Card title={words().policy.exitsTitle}>
            <TargetQuestion target={target} />
          </Card>
        )}
        {answer && !answer.ok ? <Notice kind="error">{answer.text}</Notice> : null}
        {answer?.ok ? (
          <ReachingExits
            target={target}
            exits={answer.exits}
            about={answer.about}
            caveats={answer.caveats}
          />
        ) : null}
        {canManageRelays(viewer) ? (
          <Card title={words().policy.newer}>
            <NetworkForm action={addNetworkAction} csrf={csrf} />
          </Card>
        ) : null}
      </div>
    </DeskPage>
  );
});
