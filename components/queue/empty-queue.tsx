import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Tab } from "@/lib/cases/queue.ts";

/** Nothing to do here, said so that nobody wonders whether something failed. */
export function EmptyQueue({ tab }: { tab: Tab }) {
  return (
    <div className="rounded-box border border-base-300 px-4 py-12 text-center">
      <p className="font-medium">{words().emptyTabs[tab]}</p>
      <p className="mt-1 text-sm">
        {rich(words().queue.lookedFor, {
          link: <a href="/mailboxes">{words().queue.howMailboxesAre}</a>,
        })}
      </p>
    </div>
  );
}
