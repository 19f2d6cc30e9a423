import { Field } from "@/components/ui/field.tsx";
import type { Words } from "@/components/words/words.ts";

type Props = { draftId: string; gaps: string[]; words: Words["casePage"]["editor"] };

/** One field for each fact the letter still lacks. Filled in, it replaces the mark `[[name]]` in the text. */
export function GapFields({ draftId, gaps, words }: Props) {
  if (gaps.length === 0) return null;
  return (
    <fieldset className="rounded-box border-warning border border-l-4 px-4 py-3">
      <legend className="px-1 text-sm font-semibold">{words.gapsTitle}</legend>
      <div className="flex flex-col gap-3">
        {gaps.map((gap) => (
          <Field
            key={`${draftId}-${gap}`}
            name={`gap.${gap}`}
            label={gapLabel(gap)}
            data-gap
            autoComplete="off"
          />
        ))}
      </div>
    </fieldset>
  );
}

function gapLabel(gap: string): string {
  const words = gap
    .replace(/([A-Z])/g, " $1")
    .replace(/[-_]/g, " ")
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
