import { z } from "zod";
import { PrivacyActs } from "@/components/privacy/privacy-acts.tsx";
import { RetentionForm } from "@/components/privacy/retention-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManagePrivacy } from "@/lib/accounts/permissions.ts";
import { listPrivacyActs } from "@/lib/privacy/privacy-act-store.ts";
import { DEFAULT_RETENTION, RETENTION_CLASSES, type Retention } from "@/lib/privacy/retention.ts";
import { readRetention } from "@/lib/privacy/retention-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { saveRetentionAction } from "./actions.ts";

export const generateMetadata = titled(({ retention }) => retention.title);

const input = z.object({ saved: z.literal("yes").optional().catch(undefined) });

export default operatorPage(
  { input, may: canManagePrivacy },
  async ({ db, viewer, csrf, input: { saved } }) => {
    const texts = words().retention;
    const decided = await readRetention(db);
    return (
      <DeskPage room="settings" viewer={viewer} csrf={csrf}>
        <PageTitle>{texts.title}</PageTitle>
        <div className="flex flex-col gap-4">
          {saved ? <Notice kind="good">{texts.saved}</Notice> : null}
          <Notice kind={decided ? "info" : "warning"}>{decided ? texts.on : texts.off}</Notice>
          <div className="flex max-w-prose flex-col gap-2 text-sm">
            <p>{texts.about}</p>
            <p>{texts.stages}</p>
            <p>{texts.never}</p>
          </div>
          <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
            <Card title={texts.title}>
              <RetentionForm
                words={texts}
                classes={RETENTION_CLASSES}
                values={fieldsOf(decided ?? DEFAULT_RETENTION)}
                isOn={decided !== null}
                csrf={csrf}
                action={saveRetentionAction}
              />
            </Card>
            <Card title={texts.done}>
              <PrivacyActs acts={await listPrivacyActs(db, viewer)} />
            </Card>
          </div>
        </div>
      </DeskPage>
    );
  },
);

function fieldsOf({ classes, quarantine }: Retention): Record<string, string> {
  const text = (days: number | null) => String(days ?? "");
  return Object.fromEntries([
    ...RETENTION_CLASSES.flatMap((one) => [
      [`${one}.mail`, text(classes[one].mail)],
      [`${one}.record`, text(classes[one].record)],
    ]),
    ["quarantine", text(quarantine)],
  ]);
}
