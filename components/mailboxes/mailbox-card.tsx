import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { MailboxView } from "@/lib/cases/mailboxes-store.ts";
import { type CheckAnswer, MailboxCheck } from "./mailbox-check.tsx";

type Props = {
  mailbox: MailboxView;
  csrf: string;
  mayChange: boolean;
  action: ErrorAction;
  test: (before: CheckAnswer, form: FormData) => Promise<CheckAnswer>;
};

/** How one mailbox is: its last look, its last fault, and the ledger, whose difference must be 0. */
export function MailboxCard({ mailbox, csrf, mayChange, action, test }: Props) {
  const { ledger } = mailbox;
  return (
    <Card title={mailbox.name} aside={<Health mailbox={mailbox} />}>
      <p className="text-sm">
        {mailbox.address}
        {mailbox.imapHost
          ? fill(words().mailboxes.where, {
              imapUser: mailbox.imapUser,
              imapHost: mailbox.imapHost,
              imapPort: mailbox.imapPort,
              folder: mailbox.folder,
            })
          : ""}
      </p>
      {mailbox.lastError ? (
        <div className="mt-3">
          <Notice kind="error">{mailbox.lastError}</Notice>
        </div>
      ) : null}
      <p className="mt-3 text-sm">
        {rich(words().mailboxes.ledger, {
          ledger: ledger.onServer ?? words().mailboxes.notKnown,
          stored: ledger.stored,
          quarantined: ledger.quarantined,
          aside:
            ledger.excluded > 0 ? fill(words().mailboxes.aside, { count: ledger.excluded }) : null,
          strong: <strong>{ledger.difference ?? words().mailboxes.notKnown}</strong>,
          mailbox: mailbox.checkedAt === null ? words().mailboxes.notLooked : null,
          mailboxb:
            mailbox.checkedAt === null
              ? null
              : rich(words().mailboxes.lastLook, { when: <UtcTime at={mailbox.checkedAt} /> }),
        })}
      </p>
      {mayChange ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <a className="btn btn-sm" href={`/mailboxes?edit=${mailbox.id}`}>
            {words().mailboxes.change}
          </a>
          <ActionForm
            action={action}
            hidden={{ csrf, mailboxId: mailbox.id, enabled: mailbox.enabled ? "no" : "yes" }}
            inline
          >
            <Button look="link">
              {mailbox.enabled ? words().mailboxes.stop : words().mailboxes.readAgain}
            </Button>
          </ActionForm>
          <MailboxCheck
            words={words().mailboxes.check}
            csrf={csrf}
            mailboxId={mailbox.id}
            action={test}
          />
        </div>
      ) : null}
    </Card>
  );
}

function Health({ mailbox }: { mailbox: MailboxView }) {
  if (!mailbox.enabled) return <Badge>{words().mailboxes.off}</Badge>;
  if (mailbox.lastError) return <Badge tone="error">{words().mailboxes.broken}</Badge>;
  return mailbox.checkedAt === null ? (
    <Badge>{words().mailboxes.connecting}</Badge>
  ) : (
    <Badge tone="good">{words().mailboxes.works}</Badge>
  );
}
