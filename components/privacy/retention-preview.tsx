import { Notice } from "@/components/ui/notice.tsx";
import { fill } from "@/components/words/fill.ts";
import type { Words } from "@/components/words/words.ts";
import type { PurgePreview } from "@/lib/privacy/preview-purge.ts";

type Props = { words: Words["retention"]; preview: PurgePreview };

/** What the next rounds would take, by kind of case. */
export function RetentionPreview({ words, preview }: Props) {
  const { classes, quarantine, held } = preview;
  return (
    <Notice kind="info">
      <p>{words.would}</p>
      <ul className="mt-2 list-disc pl-5 text-sm">
        {Object.entries(classes).map(([one, counts]) => (
          <li key={one}>
            {words.classes[one as keyof typeof classes]}: {fill(words.wouldMail, counts)},{" "}
            {fill(words.wouldRecord, counts)}
          </li>
        ))}
        <li>{fill(words.wouldQuarantine, { quarantine })}</li>
      </ul>
      <p className="mt-2 text-sm">{fill(words.wouldHeld, { held })}</p>
    </Notice>
  );
}
