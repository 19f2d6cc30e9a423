import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { Invitation } from "@/lib/accounts/invitation-store.ts";

type Props = { invitations: Invitation[]; csrf: string; revoke: ErrorAction };

/** Links that still let somebody in. */
export function InvitationList({ invitations, csrf, revoke }: Props) {
  const { roles, accounts } = words();
  const text = accounts.people;
  if (invitations.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 mb-2 font-semibold">{text.open}</h3>
      <ul className="divide-y divide-base-300">
        {invitations.map(({ id, note, role, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              <span className="font-medium break-all">{note || roles[role]}</span>
              <br />
              <span className="text-sm opacity-80">
                {roles[role]}, {text.until} <UtcTime at={expiresAt} />
              </span>
            </span>
            <ActionForm action={revoke} hidden={{ csrf, invitationId: id }} inline>
              <Button aria-label={fill(text.takeBackNamed, { note: note || roles[role] })}>
                {text.takeBack}
              </Button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}
