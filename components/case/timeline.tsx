import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { TimelineView } from "@/lib/cases/case.ts";
import { timelineSentence } from "./timeline-sentence.ts";

/** What happened, oldest first. */
export function Timeline({ items }: { items: TimelineView[] }) {
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {items.map((item) => (
        <li key={item.id} className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
          <UtcTime at={item.at} />
          <span>
            {timelineSentence(item)} <span className="opacity-80">({item.actor})</span>
            {item.former ? (
              <details>
                <summary className="cursor-pointer">{words().casePage.wordsBefore}</summary>
                <pre className="mt-1 break-words whitespace-pre-wrap">{item.former}</pre>
              </details>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
