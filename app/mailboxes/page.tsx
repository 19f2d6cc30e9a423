import { z } from "zod";
import { MailboxCard } from "@/components/mailboxes/mailbox-card.tsx";
import { MailboxForm } from "@/components/mailboxes/mailbox-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { canManageMailboxes, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { listMailboxes } from "@/lib/cases/mailboxes-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { saveMailboxAction, switchMailboxAction, testMailboxAction } from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.mailboxes);

const input = z.object({
  edit: z.uuid().optional().catch(undefined),
  saved: z.uuid().optional().catch(undefined),
});

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, input: asked }) => {
  const mailboxes = await listMailboxes(db, viewer);
  const edited = mailboxes.find((mailbox) => mailbox.id === asked.edit) ?? null;
  return (
    <DeskPage room="mailboxes" viewer={viewer} csrf={csrf}>
      <PageTitle>{words().nav.mailboxes}</PageTitle>
      <div className="flex flex-col gap-4">
        {asked.saved ? <Notice kind="good">{words().mailboxes.saved}</Notice> : null}
        {mailboxes.map((mailbox) => (
          <MailboxCard
            key={mailbox.id}
            mailbox={mailbox}
            csrf={csrf}
            mayChange={canManageMailboxes(viewer)}
            action={switchMailboxAction}
            test={testMailboxAction}
          />
        ))}
        {canManageMailboxes(viewer) ? (
          <Card
            title={
              edited
                ? fill(words().mailboxes.changeOne, { name: edited.name })
                : words().mailboxes.add
            }
          >
            <MailboxForm
              words={words().mailboxes.form}
              key={edited?.id ?? "new"}
              mailbox={edited}
              csrf={csrf}
              action={saveMailboxAction}
            />
          </Card>
        ) : null}
      </div>
    </DeskPage>
  );
});
