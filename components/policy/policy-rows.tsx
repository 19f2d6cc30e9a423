import type { ShownRow } from "@/lib/exit-policy/simulate.ts";

type Props = {
  rows: readonly ShownRow[];
  /** How many are not shown. */
  more: number;
  /** Numbers of the lines that decide a target. */
  deciding: ReadonlySet<number>;
};

/** The effective policy, line by line in the order of deciding. */
export function PolicyRows({ rows, more, deciding }: Props) {
  return (
    <>
      <ol className="flex flex-col text-sm" aria-label="Effective policy">
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
            <p className="col-start-2 sm:col-start-3">{effectWords(row)}</p>
          </li>
        ))}
      </ol>
      {more > 0 ? <p className="mt-2 text-sm">and {more} more lines.</p> : null}
    </>
  );
}

function Line({ row, isDeciding }: { row: ShownRow; isDeciding: boolean }) {
  const text = <code className="break-all">{row.text}</code>;
  if (row.effect === "none") return <s>{text}</s>;
  return isDeciding ? <mark>{text}</mark> : text;
}

function effectWords({ says, effect, decidedBy }: ShownRow): string {
  const lines = `${decidedBy.length === 1 ? "line" : "lines"} ${decidedBy.join(", ")}`;
  if (effect === "none")
    return `No effect: ${lines} ${decidedBy.length === 1 ? "decides" : "decide"} all of it before.`;
  const sentence = `${says.charAt(0).toUpperCase()}${says.slice(1)}`;
  return effect === "part"
    ? `${sentence}, but for what ${lines} ${decidedBy.length === 1 ? "says" : "say"}.`
    : `${sentence}.`;
}
