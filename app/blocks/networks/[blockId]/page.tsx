import path from "node:path";
import { notFound } from "next/navigation";
import { z } from "zod";
import { BlockForm } from "@/components/blocks/block-form.tsx";
import { BlockLetterForm } from "@/components/blocks/block-letter-form.tsx";
import { BlockRow } from "@/components/blocks/block-row.tsx";
import { BlockSteps } from "@/components/blocks/block-steps.tsx";
import { BlockTabs } from "@/components/blocks/block-tabs.tsx";
import { FollowUpForm } from "@/components/blocks/follow-up-form.tsx";
import { LetterLanguage } from "@/components/blocks/letter-language.tsx";
import { NoteForm } from "@/components/blocks/note-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageBlocks, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { BLOCK_LETTER_LANGUAGES, letterFor } from "@/lib/blocks/block-letter.ts";
import { findBlock } from "@/lib/blocks/block-store.ts";
import { draftBlockLetter } from "@/lib/blocks/draft-block-letter.ts";
import { readBlockLetter } from "@/lib/blocks/files.ts";
import { DeskPage } from "../../../desk-page.tsx";
import { operatorPage } from "../../../operator-page.ts";
import { titled } from "../../../page-metadata.ts";
import { followUpAction, letterAction, noteAction, saveBlockAction } from "../../actions.ts";

export const generateMetadata = titled(({ blocks }) => blocks.title);

const input = z.object({
  blockId: z.uuid(),
  letter: z.enum(BLOCK_LETTER_LANGUAGES).catch("en"),
});
const LETTERS = path.join(process.cwd(), "templates/blocks");

export default operatorPage(
  { input, may: canSeeDesk },
  async ({ db, viewer, csrf, now, input: { blockId, letter: language } }) => {
    const block = await findBlock(db, viewer, blockId);
    if (block === null) notFound();
    const { networks } = words().blocks;
    const mayWrite = canManageBlocks(viewer);
    const text = await readBlockLetter(LETTERS, letterFor(block.kind), language);
    const letter = await draftBlockLetter(db, viewer, block, { text, language, now });
    const hidden = { csrf, id: block.id };
    return (
      <DeskPage room="blocks" viewer={viewer} csrf={csrf}>
        <PageTitle>{block.name}</PageTitle>
        <BlockTabs current="networks" />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <Card title={networks.history}>
              <ul className="mb-3">
                <BlockRow block={block} />
              </ul>
              {block.contact ? (
                <p className="mb-3 text-sm [overflow-wrap:anywhere]">{block.contact}</p>
              ) : null}
              <BlockSteps steps={block.steps} />
            </Card>
            {mayWrite ? (
              <>
                <Card title={networks.note}>
                  <NoteForm hidden={hidden} save={noteAction} />
                </Card>
                <Card title={networks.followUp}>
                  <FollowUpForm hidden={hidden} save={followUpAction} />
                </Card>
              </>
            ) : null}
          </div>
          {mayWrite ? (
            <div className="flex min-w-0 flex-col gap-4">
              <Card title={networks.letter}>
                <p className="mb-3 max-w-prose text-sm">{networks.letterHint}</p>
                <LetterLanguage path={`/blocks/networks/${block.id}`} chosen={language} />
                <BlockLetterForm
                  key={language}
                  words={{
                    to: networks.to,
                    subject: networks.subject,
                    text: networks.text,
                    days: networks.days,
                    daysHint: networks.daysHint,
                    sent: networks.sent,
                  }}
                  values={{ to: block.contact, ...letter, days: "14" }}
                  hidden={hidden}
                  action={letterAction}
                />
              </Card>
              <Card title={networks.change}>
                <BlockForm
                  values={block}
                  hidden={{ ...hidden, caseId: "" }}
                  save={saveBlockAction}
                />
              </Card>
            </div>
          ) : null}
        </div>
      </DeskPage>
    );
  },
);
