import { words } from "@/components/words/words.ts";
import type { Tab } from "@/lib/cases/queue.ts";

/** Nothing to do here, said so that nobody wonders whether something failed. */
export function EmptyQueue({ tab }: { tab: Tab }) {
  return (
    <div className="rounded-box border border-base-300 px-4 py-12 text-center">
      <p className="font-medium">{words().emptyTabs[tab]}</p>
      <p className="mt-1 text-sm">
        New mail is looked for all the time. <a href="/mailboxes">See how the mailboxes are</a>.
      </p>
    </div>
  );
}
