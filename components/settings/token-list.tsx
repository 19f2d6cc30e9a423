import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { ApiTokenView } from "@/lib/cases/api-token-store.ts";

/** The tokens there are, what each may do, and when it last did. The tokens themselves cannot be shown again. */
export function TokenList({
  tokens,
  csrf,
  action,
}: {
  tokens: ApiTokenView[];
  csrf: string;
  action: ErrorAction;
}) {
  return (
    <ul className="mt-4 flex flex-col gap-2 text-sm">
      {tokens.map((token) => (
        <li key={token.id} className="flex flex-wrap items-center gap-3">
          <span className="font-medium">{token.name}</span>
          <span>{kindOf(token)}</span>
          {token.signs ? (
            <span>
              {rich(words().settings.token.key, {
                key: <code className="break-all select-all">{token.id}</code>,
              })}
            </span>
          ) : null}
          <span>{rich(words().settings.since, { when: <UtcTime at={token.createdAt} /> })}</span>
          <span>
            {token.lastUsedAt === null
              ? words().settings.token.neverUsed
              : rich(words().settings.token.lastUsed, { when: <UtcTime at={token.lastUsedAt} /> })}
          </span>
          {token.revokedAt === null ? (
            <ActionForm action={action} hidden={{ csrf, tokenId: token.id }} inline>
              <Button look="link">{words().settings.revoke}</Button>
            </ActionForm>
          ) : (
            <span>
              {rich(words().settings.revoked, { when: <UtcTime at={token.revokedAt} /> })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function kindOf({ scope, signs }: ApiTokenView): string {
  const { kinds } = words().settings.token;
  const kind = Object.entries(kinds).find(([key]) => key === (signs ? `${scope}-signed` : scope));
  return kind?.[1] ?? scope;
}
