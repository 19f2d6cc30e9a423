import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
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
    <ul className="mt-4 divide-y divide-base-300 text-sm">
      {tokens.map((token) => (
        <li key={token.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <span className="min-w-0">
            <span className="font-medium break-words">{token.name}</span> · {kindOf(token)}
            <br />
            <span className="opacity-80">
              <Times token={token} />
            </span>
          </span>
          {token.revokedAt === null ? (
            <ActionForm action={action} hidden={{ csrf, tokenId: token.id }} inline>
              <Button aria-label={fill(words().settings.revokeNamed, { name: token.name })}>
                {words().settings.revoke}
              </Button>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What names a signing token, since when it is there, when it was used last or ended. */
function Times({ token }: { token: ApiTokenView }) {
  const { settings } = words();
  const { key, neverUsed, lastUsed } = settings.token;
  return (
    <>
      {token.signs ? (
        <>
          {rich(key, { key: <code className="break-all select-all">{token.id}</code> })}
          <br />
        </>
      ) : null}
      {rich(settings.since, { when: <UtcTime at={token.createdAt} /> })},{" "}
      {token.lastUsedAt === null
        ? neverUsed
        : rich(lastUsed, { when: <UtcTime at={token.lastUsedAt} /> })}
      {token.revokedAt === null ? null : (
        <>, {rich(settings.revoked, { when: <UtcTime at={token.revokedAt} /> })}</>
      )}
    </>
  );
}

function kindOf({ scope, signs }: ApiTokenView): string {
  const { kinds } = words().settings.token;
  const kind = Object.entries(kinds).find(([key]) => key === (signs ? `${scope}-signed` : scope));
  return kind?.[1] ?? scope;
}
