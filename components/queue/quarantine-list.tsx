import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { QuarantineView } from "@/lib/cases/quarantine-store.ts";

/** Mails that could not be taken: where each is, and what to do about it. */
export function QuarantineList({ items }: { items: QuarantineView[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
      {items.map((item) => (
        <li key={item.id} className="px-3 py-2">
          <p>{item.problem}</p>
          <p className="text-sm opacity-80">
            {item.mailbox ?? item.source ?? words().queue.notMailbox} · <UtcTime at={item.seenAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
