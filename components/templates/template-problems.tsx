import { rich } from "@/components/words/rich.tsx";
import type { Words } from "@/components/words/words.ts";
import type { TemplateProblem } from "@/lib/drafting/parse-template.ts";

type Props = { problems: readonly TemplateProblem[]; words: Words["templates"]["problems"] };

/** What is wrong with a template, each with its place. */
export function TemplateProblems({ problems, words }: Props) {
  if (problems.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm" aria-label={words.whatWrong}>
      {problems.map(({ file, line, column, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two places may have the same flaw.
        <li key={index} className="break-words" data-problem={`${line}:${column}`}>
          <strong className="font-semibold">
            {rich(words.place, { replace: file.replace(/\.hbs$/, ""), line, column })}
          </strong>{" "}
          {text}
        </li>
      ))}
    </ul>
  );
}
