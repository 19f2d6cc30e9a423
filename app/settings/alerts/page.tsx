import { z } from "zod";
import { Channels } from "@/components/alerts/channels.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageSettings } from "@/lib/accounts/permissions.ts";
import { alertSenders, listChannels } from "@/lib/alerts/save-channel.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { removeChannelAction, saveChannelAction, testChannelAction } from "./actions.ts";

export const generateMetadata = titled(({ alerts }) => alerts.title);

const input = z.object({ saved: z.enum(["channel", "tested"]).optional().catch(undefined) });

export default operatorPage(
  { input, may: canManageSettings },
  async ({ db, viewer, csrf, input: { saved } }) => {
    const texts = words().alerts;
    return (
      <DeskPage room="settings" viewer={viewer} csrf={csrf}>
        <PageTitle>{texts.title}</PageTitle>
        <div className="flex max-w-3xl flex-col gap-4">
          {saved ? <Notice kind="good">{texts.saved[saved]}</Notice> : null}
          <p className="max-w-prose text-sm">{texts.about}</p>
          <Card title={texts.where}>
            <Channels
              channels={await listChannels(db, viewer)}
              senders={await alertSenders(db, viewer)}
              csrf={csrf}
              actions={{
                save: saveChannelAction,
                test: testChannelAction,
                remove: removeChannelAction,
              }}
            />
          </Card>
        </div>
      </DeskPage>
    );
  },
);
