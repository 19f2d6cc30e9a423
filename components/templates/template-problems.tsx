import type { TemplateProblem } from "@/lib/drafting/parse-template.ts";

/** What is wrong with a template, each with its place. */
export function TemplateProblems({ problems }: { problems: readonly TemplateProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm" aria-label="What is wrong">
      {problems.map(({ file, line, column, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two places may have the same flaw.
        <li key={index} className="break-words" data-problem={`${line}:${column}`}>
          <strong className="font-semibold">
            {file.replace(/\.hbs$/, "")}, line {line}, column {column}:
          </strong>{" "}
          {text}
        </li>
      ))}
    </ul>
  );
}
