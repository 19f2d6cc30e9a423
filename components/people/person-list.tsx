import { Badge } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { plural, words } from "@/components/words/words.ts";
import type { PersonLine } from "@/lib/accounts/user-store.ts";

type Props = { people: PersonLine[]; own: string };

/** Everybody with an account; the others lead to where they are managed. */
export function PersonList({ people, own }: Props) {
  const { roles, accounts } = words();
  const text = accounts.people;
  return (
    <ul className="divide-y divide-base-300">
      {people.map((person) => (
        <li key={person.id} className="py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-medium break-all">{person.login}</span>
            <span className="text-sm">{roles[person.role]}</span>
            {person.disabledAt === null ? null : <Badge tone="error">{text.disabled}</Badge>}
            {person.login === own ? <Badge tone="info">{text.you}</Badge> : null}
          </p>
          <p className="text-sm opacity-80">
            {text.since} <UtcTime at={person.createdAt} />,{" "}
            {person.hasCodes ? text.codesOn : text.noCodes},{" "}
            {plural(person.sessions, text.sessions)}
          </p>
          {person.login === own ? null : (
            <a className="text-sm" href={`/people/${encodeURIComponent(person.login)}`}>
              {fill(text.manage, { login: person.login })}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
