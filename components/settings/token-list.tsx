import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { ApiTokenView } from "@/lib/cases/api-token-store.ts";

/** The tokens there are, by name. The tokens themselves cannot be shown again. */
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
          <span>{rich(words().settings.since, { when: <UtcTime at={token.createdAt} /> })}</span>
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
