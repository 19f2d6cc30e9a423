import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
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
          ? ` · ${mailbox.imapUser} at ${mailbox.imapHost}:${mailbox.imapPort}, folder ${mailbox.folder}`
          : ""}
      </p>
      {mailbox.lastError ? (
        <div className="mt-3">
          <Notice kind="error">{mailbox.lastError}</Notice>
        </div>
      ) : null}
      <p className="mt-3 text-sm">
        On the server {ledger.onServer ?? "not known"} · in the desk {ledger.stored} · in quarantine{" "}
        {ledger.quarantined} · difference <strong>{ledger.difference ?? "not known"}</strong>
        {mailbox.checkedAt === null ? " · not looked at yet" : null}
        {mailbox.checkedAt === null ? null : (
          <>
            {" "}
            · last look <UtcTime at={mailbox.checkedAt} />
          </>
        )}
      </p>
      {mayChange ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <a className="btn btn-sm" href={`/mailboxes?edit=${mailbox.id}`}>
            Change
          </a>
          <ActionForm
            action={action}
            hidden={{ csrf, mailboxId: mailbox.id, enabled: mailbox.enabled ? "no" : "yes" }}
            inline
          >
            <Button look="link">{mailbox.enabled ? "Stop reading it" : "Read it again"}</Button>
          </ActionForm>
          <MailboxCheck csrf={csrf} mailboxId={mailbox.id} action={test} />
        </div>
      ) : null}
    </Card>
  );
}

function Health({ mailbox }: { mailbox: MailboxView }) {
  if (!mailbox.enabled) return <Badge>switched off</Badge>;
  if (mailbox.lastError) return <Badge tone="error">does not work</Badge>;
  return mailbox.checkedAt === null ? <Badge>connecting</Badge> : <Badge tone="good">works</Badge>;
}
