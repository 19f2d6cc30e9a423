import { z } from "zod";
import { BlockForm } from "@/components/blocks/block-form.tsx";
import { BlockTabs } from "@/components/blocks/block-tabs.tsx";
import { Card } from "@/components/ui/card.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { canManageBlocks } from "@/lib/accounts/permissions.ts";
import { BLOCK_KINDS, type BlockKind } from "@/lib/blocks/block.ts";
import { caseForBlock } from "@/lib/blocks/block-store.ts";
import { DeskPage } from "../../../desk-page.tsx";
import { operatorPage } from "../../../operator-page.ts";
import { titled } from "../../../page-metadata.ts";
import { saveBlockAction } from "../../actions.ts";

export const generateMetadata = titled(({ blocks }) => blocks.networks.add);

const input = z.object({
  kind: z.enum(BLOCK_KINDS).optional().catch(undefined),
  name: z.string().max(200).catch(""),
  case: z.uuid().optional().catch(undefined),
});

/** What a case is about, when it is somebody blocking us. */
const KIND_OF: Record<string, BlockKind> = {
  irc: "irc",
  block_request: "site",
  blocklist_notice: "list",
};

export default operatorPage(
  { input, may: canManageBlocks },
  async ({ db, viewer, csrf, input: asked }) => {
    const { blocks } = words();
    const about = asked.case ? await caseForBlock(db, viewer, asked.case) : null;
    const kind = asked.kind ?? KIND_OF[about?.type ?? ""] ?? "irc";
    const link = about ? <a href={`/cases/${about.id}`}>{about.ref}</a> : null;
    const empty = { contact: "", relays: [], since: null, followUpAt: null };
    return (
      <DeskPage room="blocks" viewer={viewer} csrf={csrf}>
        <PageTitle>{blocks.title}</PageTitle>
        <BlockTabs current="networks" />
        <Card
          title={blocks.networks.add}
          aside={link ? <p className="text-sm">{rich(blocks.networks.forCase, { link })}</p> : null}
        >
          <BlockForm
            values={{ ...empty, kind, name: asked.name, status: "blocked" }}
            hidden={{ csrf, id: "", caseId: about?.id ?? "" }}
            save={saveBlockAction}
          />
        </Card>
      </DeskPage>
    );
  },
);
