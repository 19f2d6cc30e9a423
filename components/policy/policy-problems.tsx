import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { PolicyEffect, PolicyProblem } from "@/lib/exit-policy/policy.ts";

const WORDS: Record<PolicyEffect, { word: string; tone: BadgeTone }> = {
  refused: { word: "tor refuses", tone: "error" },
  ignored: { word: "tor ignores", tone: "warning" },
  note: { word: "note", tone: "info" },
};

/** What tor would say of the text, each with its line. */
export function PolicyProblems({ problems }: { problems: readonly PolicyProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-col gap-2 text-sm" aria-label="What tor says of the lines">
      {problems.map(({ effect, text, line }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two lines may have the same flaw.
        <li key={index} className="flex flex-wrap items-baseline gap-2">
          <Badge tone={WORDS[effect].tone}>{WORDS[effect].word}</Badge>
          <span className="min-w-0 break-words">
            {line === null || text.startsWith("line ") ? text : `line ${line}: ${text}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
