import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { plural, words } from "@/components/words/words.ts";
import type { CorrectionView } from "@/lib/cases/case.ts";

type Props = {
  corrections: CorrectionView[];
  undo: ErrorAction;
  /** Null: the viewer may read only. */
  hidden: Record<string, string | number> | null;
};

/** What persons said of this mail's facts, and what the desk had read; each can be taken back. */
export function CorrectionList({ corrections, undo, hidden }: Props) {
  if (corrections.length === 0) return null;
  return (
    <details className="my-3 text-sm">
      <summary className="cursor-pointer font-medium">
        {plural(corrections.length, words().casePage.corrections)}
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {corrections.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className={one.undoneBy ? "line-through opacity-80" : ""}>{sentence(one)}</span>
            <span className="opacity-80">
              {one.by}, <UtcTime at={one.at} />
            </span>
            {one.undoneBy ? (
              <span>{rich(words().casePage.takenBackBy, { undoneBy: one.undoneBy })}</span>
            ) : null}
            {hidden && !one.undoneBy ? (
              <ActionForm action={undo} hidden={{ ...hidden, correctionId: one.id }} inline>
                <Button
                  look="link"
                  data-undoable
                  aria-label={fill(words().casePage.takeBackOne, { one: sentence(one) })}
                >
                  {words().casePage.takeBack}
                </Button>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function sentence({ change }: CorrectionView): string {
  const { field, from, to, as } = change;
  const name = words().facts[field];
  if (from === null) return `${name}: ${to}`;
  if (to === null) return fill(words().casePage.isNone, { name, from });
  return as
    ? fill(words().casePage.isOther, { name, from, kind: words().facts[as] })
    : fill(words().casePage.isNow, { name, from, to });
}
