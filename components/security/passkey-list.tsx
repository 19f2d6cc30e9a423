import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { PasskeyLine } from "@/lib/accounts/passkey-store.ts";

type Props = { passkeys: PasskeyLine[]; csrf: string; remove: ErrorAction };

/** The passkeys of this person. */
export function PasskeyList({ passkeys, csrf, remove }: Props) {
  const text = words().accounts.passkeys;
  if (passkeys.length === 0) return <p className="mb-3">{text.none}</p>;
  return (
    <ul className="mb-3 divide-y divide-base-300">
      {passkeys.map(({ id, name, host, usedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <span>
            <span className="font-medium break-all">{name}</span> {fill(text.forHost, { host })}
            <br />
            <span className="text-sm opacity-80">
              {usedAt === null ? (
                text.neverUsed
              ) : (
                <>
                  {text.usedAt} <UtcTime at={usedAt} />
                </>
              )}
            </span>
          </span>
          <ActionForm action={remove} hidden={{ csrf, passkeyId: id }} inline>
            <Button aria-label={fill(text.removeNamed, { name })}>{text.remove}</Button>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
