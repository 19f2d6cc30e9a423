import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import type { Words } from "@/components/words/words.ts";
import type { ShownRow } from "@/lib/exit-policy/simulate.ts";

type Props = {
  words: Words["policy"]["simulated"];
  rows: readonly ShownRow[];
  /** How many are not shown. */
  more: number;
  /** Numbers of the lines that decide a target. */
  deciding: ReadonlySet<number>;
};

/** The effective policy, line by line in the order of deciding. */
export function PolicyRows({ words, rows, more, deciding }: Props) {
  return (
    <>
      <ol className="flex flex-col text-sm" aria-label={words.effective}>
        {rows.map((row) => (
          <li
            key={row.number}
            id={`line-${row.number}`}
            data-deciding={deciding.has(row.number) || undefined}
            className="grid grid-cols-[2.5rem_1fr] gap-x-3 border-b border-base-300 py-1.5 data-[deciding]:border-l-4 data-[deciding]:border-l-primary data-[deciding]:bg-base-200 sm:grid-cols-[2.5rem_minmax(0,1fr)_minmax(0,1.4fr)]"
          >
            <span className="text-right tabular-nums opacity-80">{row.number}</span>
            <div className="min-w-0">
              <Line row={row} isDeciding={deciding.has(row.number)} />
              <span className="block opacity-80">{row.origin}</span>
            </div>
            <p className="col-start-2 sm:col-start-3">{effectWords(row, words)}</p>
          </li>
        ))}
      </ol>
      {more > 0 ? <p className="mt-2 text-sm">{rich(words.moreLines, { more })}</p> : null}
    </>
  );
}

function Line({ row, isDeciding }: { row: ShownRow; isDeciding: boolean }) {
  const text = <code className="break-all">{row.text}</code>;
  if (row.effect === "none") return <s>{text}</s>;
  return isDeciding ? <mark>{text}</mark> : text;
}

function effectWords({ says, effect, decidedBy }: ShownRow, words: Props["words"]): string {
  const lines = decidedBy.join(", ");
  const many = decidedBy.length > 1;
  if (effect === "none") return fill(many ? words.noEffect.other : words.noEffect.one, { lines });
  const sentence = `${says.charAt(0).toUpperCase()}${says.slice(1)}`;
  return effect === "part"
    ? fill(many ? words.butFor.other : words.butFor.one, { sentence, lines })
    : `${sentence}.`;
}
