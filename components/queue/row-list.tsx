"use client";
import { QueueRow, type RowWords } from "./queue-row.tsx";
import type { ShownRows } from "./shown-row.ts";

/** Given once here and not on each row: a page of the queue is fifty rows, written twice. */
const LOOKS = [
  "divide-y divide-base-300 rounded-box border border-base-300 bg-base-100",
  "[&>li]:relative [&>li]:flex [&>li]:flex-wrap [&>li]:gap-x-3 [&>li]:gap-y-1 [&>li]:px-3 [&>li]:py-2 [&>li:focus-within]:bg-base-200 [&>li:hover]:bg-base-200",
  "[&>li>input]:checkbox [&>li>input]:checkbox-sm [&>li>input]:relative [&>li>input]:z-1 [&>li>input]:mt-1",
  "[&>li>div:first-of-type]:min-w-0 [&>li>div:first-of-type]:flex-1 [&>li>div:first-of-type]:basis-60",
  "[&_a[data-row]]:block [&_a[data-row]]:font-medium [&_a[data-row]]:[overflow-wrap:anywhere] [&_a[data-row]]:after:absolute [&_a[data-row]]:after:inset-0 [&_a[data-row]:hover]:underline",
  "[&_p]:text-sm [&_p]:opacity-80 [&_p]:[overflow-wrap:anywhere]",
  "[&>li>div:last-of-type]:flex [&>li>div:last-of-type]:flex-wrap [&>li>div:last-of-type]:content-start [&>li>div:last-of-type]:items-center [&>li>div:last-of-type]:gap-1 lg:[&>li>div:last-of-type]:max-w-xl lg:[&>li>div:last-of-type]:justify-end",
  "[&_a[data-select-alike]]:link [&_a[data-select-alike]]:relative [&_a[data-select-alike]]:z-1 [&_a[data-select-alike]]:px-1 [&_a[data-select-alike]]:text-sm",
].join(" ");

type Props = { shown: ShownRows; said: RowWords; chosen: boolean | null };

/**
 * The rows of the queue. A client component though it needs no script: what a page is made from goes with it a second time
 * (React's own notes for the browser), and for these rows that is the words of `ShownRow` in place of all their markup.
 */
export function RowList({ shown, said, chosen }: Props) {
  return (
    <ol className={LOOKS}>
      {shown.rows.map((row) => (
        <QueueRow key={row.id} row={row} shown={shown} said={said} chosen={chosen} />
      ))}
    </ol>
  );
}
