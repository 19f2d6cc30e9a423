import { BlockRow } from "@/components/blocks/block-row.tsx";
import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";
import { canManageBlocks } from "@/lib/accounts/permissions.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { listBlocks } from "@/lib/blocks/block-store.ts";
import type { ComplaintType } from "@/lib/classify/classification.ts";
import type { Db } from "@/lib/db/client.ts";

type Props = { db: Db; viewer: Viewer; caseId: string; type: ComplaintType };

/** Complaints that come from somebody who blocks us, or is about to. */
const ABOUT_BLOCKS: readonly ComplaintType[] = ["blocklist_notice", "block_request", "irc"];

/** Who blocks us because of this case, and the way to note it. */
export async function CaseBlocks({ db, viewer, caseId, type }: Props) {
  if (!ABOUT_BLOCKS.includes(type)) return null;
  const noted = await listBlocks(db, viewer, caseId);
  const mayNote = canManageBlocks(viewer);
  if (noted.length === 0 && !mayNote) return null;
  const { ofCase } = words().blocks;
  return (
    <Card title={ofCase.title}>
      {noted.length === 0 ? <p className="text-sm">{ofCase.none}</p> : null}
      <ul>
        {noted.map((block) => (
          <BlockRow key={block.id} block={block} />
        ))}
      </ul>
      {mayNote ? (
        <p className="mt-2 text-sm">
          <a href={`/blocks/networks/new?case=${caseId}`}>{ofCase.add}</a>
        </p>
      ) : null}
    </Card>
  );
}
