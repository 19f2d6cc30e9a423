import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { plural, words } from "@/components/words/words.ts";
import type { MoveView } from "@/lib/cases/case-links-view-store.ts";

type Props = {
  moves: MoveView[];
  undo: ErrorAction;
  /** Null: the viewer may read only. */
  hidden: Record<string, string | number> | null;
};

/** What a person has put together or taken apart here; each can be taken back. */
export function MoveList({ moves, undo, hidden }: Props) {
  if (moves.length === 0) return null;
  const texts = words().casePage;
  return (
    <ul className="flex flex-col gap-3 text-sm">
      {moves.map((move) => (
        <li key={move.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>
            {rich(plural(move.mails, move.inward ? texts.cameFrom : texts.wentTo), {
              link: <a href={`/cases/${move.other.id}`}>{move.other.ref}</a>,
              when: <UtcTime at={move.at} />,
            })}
          </span>
          {hidden ? (
            <ActionForm action={undo} hidden={{ ...hidden, moveId: move.id }} inline>
              <Button look="link" data-undoable>
                {texts.takeBack}
              </Button>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
