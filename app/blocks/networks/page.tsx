import { BlockRow } from "@/components/blocks/block-row.tsx";
import { BlockTabs } from "@/components/blocks/block-tabs.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageBlocks, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { isOpen } from "@/lib/blocks/block.ts";
import { listBlocks } from "@/lib/blocks/block-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { noInput, operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";

export const generateMetadata = titled(({ blocks }) => blocks.tabs.networks);

export default operatorPage(
  { input: noInput, may: canSeeDesk },
  async ({ db, viewer, csrf, now }) => {
    const { blocks } = words();
    const all = await listBlocks(db, viewer);
    const isDue = (at: number | null) => at !== null && at <= now;
    const groups = [
      { title: blocks.networks.due, of: all.filter(({ followUpAt }) => isDue(followUpAt)) },
      {
        title: blocks.networks.open,
        of: all.filter((one) => isOpen(one) && !isDue(one.followUpAt)),
      },
      {
        title: blocks.networks.closed,
        of: all.filter((one) => !isOpen(one) && !isDue(one.followUpAt)),
      },
    ];
    return (
      <DeskPage room="blocks" viewer={viewer} csrf={csrf}>
        <PageTitle
          aside={
            canManageBlocks(viewer) ? (
              <a className="btn btn-sm" href="/blocks/networks/new">
                {blocks.networks.add}
              </a>
            ) : null
          }
        >
          {blocks.title}
        </PageTitle>
        <BlockTabs current="networks" />
        <div className="flex flex-col gap-4">
          {all.length === 0 ? <Notice kind="info">{blocks.networks.empty}</Notice> : null}
          {groups.map(({ title, of }) =>
            of.length === 0 ? null : (
              <Card key={title} title={title}>
                <ul>
                  {of.map((block) => (
                    <BlockRow key={block.id} block={block} />
                  ))}
                </ul>
              </Card>
            ),
          )}
        </div>
      </DeskPage>
    );
  },
);
