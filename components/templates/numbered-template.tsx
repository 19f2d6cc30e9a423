import { SCROLLS } from "@/components/ui/scrolls.ts";
import { rich } from "@/components/words/rich.tsx";
import type { Words } from "@/components/words/words.ts";
import type { TemplateProblem } from "@/lib/drafting/parse-template.ts";

type Props = {
  words: Words["templates"]["problems"];
  text: string;
  problems: readonly TemplateProblem[];
};
const MOST = 600;

/** The text with its numbers; a line with a problem stands out and says what it is. */
export function NumberedTemplate({ words, text, problems }: Props) {
  const lines = text.split("\n");
  return (
    <ol
      {...SCROLLS}
      className="mono max-h-[36rem] list-decimal overflow-auto rounded-field bg-base-200 py-2 pr-3 pl-14 text-[0.8125rem] marker:opacity-70"
      aria-label={words.numbered}
    >
      {lines.slice(0, MOST).map((line, index) => {
        const here = problems.filter((problem) => problem.line === index + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
          <li key={index} className="break-words whitespace-pre-wrap">
            {here.length > 0 ? <mark>{line.slice(0, 400) || " "}</mark> : line.slice(0, 400) || " "}
            {here.map(({ column, text: said }) => (
              <span key={`${column} ${said}`} className="block font-sans text-error">
                {rich(words.column, { column, said })}
              </span>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
