import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { Person } from "@/lib/accounts/user-store.ts";

type Props = { people: Person[]; own: string; csrf: string; reset: ErrorAction };

/** Everybody with an account, and for the others a way to give them a new password. */
export function PersonList({ people, own, csrf, reset }: Props) {
  return (
    <ul className="divide-y divide-base-300">
      {people.map((person) => (
        <li key={person.id} className="py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium break-all">{person.login}</span>
            <span className="text-sm">{words.roles[person.role]}</span>
            <span className="text-sm opacity-80">
              since <UtcTime at={person.createdAt} />
            </span>
          </p>
          {person.login === own ? null : (
            <details className="mt-1">
              <summary className="cursor-pointer text-sm">
                Give {person.login} a new password
              </summary>
              <div className="mt-2">
                <ActionForm action={reset} hidden={{ csrf, login: person.login }}>
                  <Field
                    id={`password-${person.id}`}
                    name="password"
                    label={`New password of ${person.login}`}
                    type="password"
                    autoComplete="new-password"
                    minLength={12}
                    required
                  />
                  <div>
                    <Button>Set it</Button>
                  </div>
                </ActionForm>
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
