import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { StrikeKind } from "@/lib/relays/strike.ts";

/** How a page lets its reader strike out one interval; null for those who may not. */
export type Striking = { action: ErrorAction; hidden: Record<string, string | number> } | null;
type Props = {
  striking: Striking;
  kind: StrikeKind;
  from: number;
  ip?: string;
  /** What is struck out, for those who hear the page. */
  what: string;
};

/** "This is wrong": two steps without scripts, and it can be undone. */
export function StrikeForm({ striking, kind, from, ip = "", what }: Props) {
  if (striking === null) return null;
  return (
    <details className="text-sm open:basis-full">
      <summary className="cursor-pointer opacity-80">
        {rich(words().relays.wrong, {
          span: <span className="sr-only">{rich(words().relays.strikeWhat, { what })}</span>,
        })}
      </summary>
      <div className="mt-1">
        <ActionForm action={striking.action} hidden={{ ...striking.hidden, kind, from, ip }} inline>
          <Button>{words().relays.strike}</Button>
          <span>{words().relays.strikeText}</span>
        </ActionForm>
      </div>
    </details>
  );
}
