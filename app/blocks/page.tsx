import { z } from "zod";
import { BlockTabs } from "@/components/blocks/block-tabs.tsx";
import { ListStates } from "@/components/blocks/list-states.tsx";
import { ListingList } from "@/components/blocks/listing-list.tsx";
import { LookUpsForm } from "@/components/blocks/look-ups-form.tsx";
import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageBlocks, canSeeDesk, canSwitchLookUps } from "@/lib/accounts/permissions.ts";
import { type ListingView, readBlocklists } from "@/lib/blocks/blocks-view-store.ts";
import { DNSBL_LISTS } from "@/lib/blocks/dnsbl-lists.ts";
import { readLookUps } from "@/lib/blocks/look-ups-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { lookAgainAction, saveLookUpsAction } from "./actions.ts";

export const generateMetadata = titled(({ blocks }) => blocks.title);

const input = z.object({ saved: z.enum(["look-ups", "asking"]).optional().catch(undefined) });

export default operatorPage(
  { input, may: canSeeDesk },
  async ({ db, viewer, csrf, input: { saved } }) => {
    const { blocks } = words();
    const lookUps = await readLookUps(db);
    const { now, ended, lists, pending } = await readBlocklists(db, lookUps.lists);
    const mayWrite = canManageBlocks(viewer);
    const worth = now.filter(({ kind }) => kind !== "tor");
    const expected = now.filter(({ kind }) => kind === "tor");
    const quiet = lookUps.isOn && now.length === 0;
    return (
      <DeskPage room="blocks" viewer={viewer} csrf={csrf}>
        <PageTitle>{blocks.title}</PageTitle>
        <BlockTabs current="lists" />
        <div className="flex flex-col gap-4">
          {saved ? (
            <Notice kind="good">{saved === "asking" ? blocks.asking : blocks.saved}</Notice>
          ) : null}
          {lookUps.isOn ? null : <Notice kind="info">{blocks.off}</Notice>}
          {quiet ? <Notice kind="info">{pending ? blocks.notAsked : blocks.none}</Notice> : null}
          <Listings title={blocks.worth} hint={blocks.worthHint} of={worth} mayWrite={mayWrite} />
          <Listings
            title={blocks.expected}
            hint={blocks.expectedHint}
            of={expected}
            mayWrite={mayWrite}
          />
          {lookUps.isOn ? (
            <Card title={blocks.lists.title}>
              <ListStates lists={lists} />
              {mayWrite ? (
                <div className="mt-4">
                  <ActionForm action={lookAgainAction} hidden={{ csrf }}>
                    <div>
                      <Button>{blocks.askNow}</Button>
                    </div>
                  </ActionForm>
                </div>
              ) : null}
            </Card>
          ) : null}
          <Listings title={blocks.ended} of={ended} mayWrite={mayWrite} />
          {canSwitchLookUps(viewer) ? (
            <Card title={blocks.settings.title}>
              <LookUpsForm
                lookUps={lookUps}
                lists={DNSBL_LISTS}
                csrf={csrf}
                save={saveLookUpsAction}
              />
            </Card>
          ) : null}
        </div>
      </DeskPage>
    );
  },
);

type ListingsProps = { title: string; hint?: string; of: ListingView[]; mayWrite: boolean };

function Listings({ title, hint, of, mayWrite }: ListingsProps) {
  if (of.length === 0) return null;
  return (
    <Card title={title}>
      {hint ? <p className="mb-2 max-w-prose text-sm">{hint}</p> : null}
      <ListingList listings={of} mayWrite={mayWrite} />
    </Card>
  );
}
