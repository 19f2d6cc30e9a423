import { z } from "zod";
import { NoticeSwitches } from "@/components/public-pages/notice-switches.tsx";
import { SharedForm } from "@/components/public-pages/shared-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManagePublicPages } from "@/lib/accounts/permissions.ts";
import { NOTICE_LANGUAGES } from "@/lib/exit-notice/notice-language.ts";
import { listHolders, listSwitches, readNoticeSettings } from "@/lib/exit-notice/notice-store.ts";
import { listRelayNames } from "@/lib/relays/store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { saveNoticeAction, saveNoticeSettingsAction } from "./actions.ts";

export const generateMetadata = titled(({ publicPages }) => publicPages.title);

const input = z.object({ saved: z.literal("yes").optional().catch(undefined) });
const OFF = { isOn: false, takesForm: false, isInList: false };

export default operatorPage(
  { input, may: canManagePublicPages },
  async ({ db, viewer, csrf, input: { saved } }) => {
    const texts = words().publicPages;
    const relays = await listRelayNames(db, viewer);
    const switches = new Map((await listSwitches(db)).map((one) => [one.relayId, one]));
    const holders = await listHolders(db);
    return (
      <DeskPage room="settings" viewer={viewer} csrf={csrf}>
        <PageTitle>{texts.title}</PageTitle>
        <div className="flex flex-col gap-4">
          {saved ? <Notice kind="good">{texts.saved}</Notice> : null}
          <div className="flex max-w-prose flex-col gap-2 text-sm">
            <p>{texts.about}</p>
            <p>{texts.form}</p>
            <p>{texts.reach}</p>
          </div>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Card title={texts.shared}>
              <SharedForm
                settings={await readNoticeSettings(db)}
                csrf={csrf}
                save={saveNoticeSettingsAction}
              />
            </Card>
            {relays.length === 0 ? <Notice kind="info">{texts.noRelay}</Notice> : null}
            {relays.map(({ id, nickname }) => (
              <NoticeSwitches
                key={id}
                relay={{ id, nickname }}
                switched={switches.get(id) ?? { ...OFF, name: nickname.toLowerCase() }}
                hasPage={holders.has(id)}
                languages={NOTICE_LANGUAGES}
                csrf={csrf}
                save={saveNoticeAction}
              />
            ))}
          </div>
        </div>
      </DeskPage>
    );
  },
);
