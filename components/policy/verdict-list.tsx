import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { TargetVerdict } from "@/lib/exit-policy/judge-targets.ts";

const TONES: Record<string, BadgeTone> = {
  accept: "good",
  reject: "error",
  "probably-accept": "warning",
  "probably-reject": "warning",
};
const WORDS: Record<string, string> = {
  accept: "let out",
  reject: "refused",
  "probably-accept": "probably let out",
  "probably-reject": "probably refused",
};

/** The answer for each target, with a link to the line that decides. */
export function VerdictList({ verdicts }: { verdicts: readonly TargetVerdict[] }) {
  return (
    <ul className="flex flex-col text-sm" aria-label="What the policy does with each target">
      {verdicts.map((verdict, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and the same target may be asked twice.
          key={index}
          data-verdict
          className="grid gap-x-4 border-b border-base-300 py-1.5 sm:grid-cols-[minmax(0,1fr)_9rem_minmax(0,2fr)]"
        >
          <span className="min-w-0">
            <code className="break-all">{verdict.asked}</code>
            {verdict.protocol === "tcp" ? "" : ` ${verdict.protocol.toUpperCase()}`}
          </span>
          <Answer verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}

function Answer({ verdict }: { verdict: TargetVerdict }) {
  if ("flaw" in verdict)
    return <span className="sm:col-span-2">Not answered: {verdict.flaw}.</span>;
  const { result, row, why } = verdict;
  return (
    <>
      <span>
        <Badge tone={TONES[result] ?? "plain"}>{WORDS[result] ?? result}</Badge>
      </span>
      <span className="min-w-0 break-words">
        {row === null ? why : <a href={`#line-${row}`}>{why}</a>}
      </span>
    </>
  );
}
