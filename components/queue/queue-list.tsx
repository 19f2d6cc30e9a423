import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";
import type { QueueRow as Row } from "@/lib/cases/case.ts";
import { QueueRow } from "./queue-row.tsx";

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

type Props = {
  items: Row[];
  now: number;
  /** May the viewer act on cases at all? */
  canChoose: boolean;
  /** All of them are chosen from the start. */
  allChosen: boolean;
};

/** The queue, most urgent first, as a form that only shows: what is to be done is said and confirmed on the next page. */
export function QueueList({ items, now, canChoose, allChosen }: Props) {
  if (items.length === 0) return null;
  const chosen = canChoose ? allChosen : null;
  const rows = (
    <ol className={LOOKS}>
      {items.map((item) => (
        <QueueRow key={item.id} item={item} now={now} chosen={chosen} />
      ))}
    </ol>
  );
  if (!canChoose) return rows;
  const { choose } = words().queue;
  return (
    <form method="get" action="/queue/chosen">
      {rows}
      <fieldset className="mt-3 flex flex-wrap items-center gap-2">
        <legend className="mb-1 text-sm font-medium">{choose.title}</legend>
        <Button name="do" value="answer" data-review look={allChosen ? "primary" : "plain"}>
          {choose.answer}
        </Button>
        <Button name="do" value="later">
          {choose.later}
        </Button>
        <Button name="do" value="close">
          {choose.close}
        </Button>
      </fieldset>
    </form>
  );
}
