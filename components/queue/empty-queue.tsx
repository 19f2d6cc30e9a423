import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Tab } from "@/lib/cases/queue.ts";

type Props = {
  tab: Tab;
  /** `filtered`: there may be other cases; `past`: there may be some on the pages before. */
  why: "none" | "filtered" | "past";
};

/** Nothing to do here, said so that nobody wonders whether something failed. */
export function EmptyQueue({ tab, why }: Props) {
  const { queue, emptyTabs } = words();
  const whole = <a href={`/queue?tab=${tab}`}>{queue.filter.clear}</a>;
  const says = {
    none: emptyTabs[tab],
    filtered: queue.filter.none,
    past: queue.pastEnd,
  };
  return (
    <div className="rounded-box border border-base-300 px-4 py-12 text-center [&_a]:link">
      <p className="font-medium">{says[why]}</p>
      <p className="mt-1 text-sm">
        {why === "none"
          ? rich(queue.lookedFor, { link: <a href="/mailboxes">{queue.howMailboxesAre}</a> })
          : whole}
      </p>
    </div>
  );
}
