import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { PrivacyActView } from "@/lib/privacy/privacy-act-store.ts";

/** What was purged, handed out and redacted, newest first: numbers, never whom it was about. */
export function PrivacyActs({ acts }: { acts: readonly PrivacyActView[] }) {
  const texts = words().retention;
  if (acts.length === 0) return <p className="text-sm">{texts.nothingDone}</p>;
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {acts.map(({ at, by, kind, mails, records, left }) => (
        <li key={`${at} ${kind} ${by}`}>
          <UtcTime at={at} /> {fill(texts.acts[kind], { mails, records, left })}{" "}
          <span className="opacity-80">({by})</span>
        </li>
      ))}
    </ul>
  );
}
