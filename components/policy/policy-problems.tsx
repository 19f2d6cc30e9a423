import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { fill } from "@/components/words/fill.ts";
import type { Words } from "@/components/words/words.ts";
import type { PolicyEffect, PolicyProblem } from "@/lib/exit-policy/policy.ts";

const TONES: Record<PolicyEffect, BadgeTone> = {
  refused: "error",
  ignored: "warning",
  note: "info",
};
const NAMES = {
  refused: "refuses",
  ignored: "ignores",
  note: "note",
} as const satisfies Record<PolicyEffect, string>;
type Props = { problems: readonly PolicyProblem[]; words: Words["policy"]["simulated"] };

/** What tor would say of the text, each with its line. */
export function PolicyProblems({ problems, words }: Props) {
  if (problems.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-col gap-2 text-sm" aria-label={words.whatTorSays}>
      {problems.map(({ effect, text, line }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two lines may have the same flaw.
        <li key={index} className="flex flex-wrap items-baseline gap-2">
          <Badge tone={TONES[effect]}>{words[NAMES[effect]]}</Badge>
          <span className="min-w-0 break-words">
            {line === null || text.startsWith("line ")
              ? text
              : fill(words.lineText, { line, text })}
          </span>
        </li>
      ))}
    </ul>
  );
}
