import { z } from "zod";
import { SenderTrustForm } from "@/components/senders/sender-trust-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageSettings } from "@/lib/accounts/permissions.ts";
import { readSenderTrust } from "@/lib/senders/sender-trust-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { saveSenderTrustAction } from "./actions.ts";

export const generateMetadata = titled(({ senders }) => senders.title);

const input = z.object({ saved: z.literal("yes").optional().catch(undefined) });

export default operatorPage(
  { input, may: canManageSettings },
  async ({ db, viewer, csrf, input: { saved } }) => {
    const texts = words().senders;
    const { names, hosts, servers, ...ticked } = await readSenderTrust(db);
    const typed = { names: names.join(" "), hosts: hosts.join(" "), servers: servers.join(" ") };
    return (
      <DeskPage room="settings" viewer={viewer} csrf={csrf}>
        <PageTitle>{texts.title}</PageTitle>
        <div className="flex flex-col gap-4">
          {saved ? <Notice kind="good">{texts.settings.saved}</Notice> : null}
          <p className="max-w-prose text-sm">{texts.settings.about}</p>
          <Card title={texts.title}>
            <SenderTrustForm
              words={texts.settings}
              values={{ ...typed, ...ticked }}
              csrf={csrf}
              action={saveSenderTrustAction}
            />
          </Card>
        </div>
      </DeskPage>
    );
  },
);
