import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";
import type { QueueRow as Row } from "@/lib/cases/case.ts";
import { RowList } from "./row-list.tsx";
import { shownRows } from "./shown-row.ts";

type Props = {
  items: Row[];
  now: number;
  /** May the viewer act on cases at all? */
  canChoose: boolean;
  /** All of them are chosen from the start. */
  allChosen: boolean;
  /** The same page with all of them chosen. */
  allHref?: string;
};

/** The queue, most urgent first, as a form that only shows: what is to be done is said and confirmed on the next page. */
export function QueueList({ items, now, canChoose, allChosen, allHref }: Props) {
  if (items.length === 0) return null;
  const { choose, alike } = words().queue.row;
  const rows = (
    <RowList
      shown={shownRows(items, now)}
      said={{ choose, alike }}
      chosen={canChoose ? allChosen : null}
    />
  );
  if (!canChoose) return rows;
  const { choose: said } = words().queue;
  return (
    <form method="get" action="/queue/chosen">
      {rows}
      <fieldset className="mt-3 flex flex-wrap items-center gap-2">
        <legend className="mb-1 text-sm font-medium">{said.title}</legend>
        <Button name="do" value="answer" data-review look={allChosen ? "primary" : "plain"}>
          {said.answer}
        </Button>
        <Button name="do" value="later">
          {said.later}
        </Button>
        <Button name="do" value="close">
          {said.close}
        </Button>
        {allHref === undefined || allChosen ? null : (
          <a className="link px-2" href={allHref}>
            {said.page}
          </a>
        )}
      </fieldset>
    </form>
  );
}
