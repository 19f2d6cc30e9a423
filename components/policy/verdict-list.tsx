import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { rich } from "@/components/words/rich.tsx";
import type { Words } from "@/components/words/words.ts";
import type { TargetVerdict } from "@/lib/exit-policy/judge-targets.ts";

const TONES: Record<string, BadgeTone> = {
  accept: "good",
  reject: "error",
  "probably-accept": "warning",
  "probably-reject": "warning",
};
const NAMES: Record<string, "accept" | "reject" | "probablyAccept" | "probablyReject"> = {
  accept: "accept",
  reject: "reject",
  "probably-accept": "probablyAccept",
  "probably-reject": "probablyReject",
};
type Props = { verdicts: readonly TargetVerdict[]; words: Words["policy"]["simulated"] };

/** The answer for each target, with a link to the line that decides. */
export function VerdictList({ verdicts, words }: Props) {
  return (
    <ul className="flex flex-col text-sm" aria-label={words.eachTarget}>
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
          <Answer verdict={verdict} words={words} />
        </li>
      ))}
    </ul>
  );
}

function Answer({ verdict, words }: { verdict: TargetVerdict; words: Props["words"] }) {
  if ("flaw" in verdict)
    return <span className="sm:col-span-2">{rich(words.notAnswered, { flaw: verdict.flaw })}</span>;
  const { result, row, why } = verdict;
  const named = NAMES[result];
  return (
    <>
      <span>
        <Badge tone={TONES[result] ?? "plain"}>{named ? words[named] : result}</Badge>
      </span>
      <span className="min-w-0 break-words">
        {row === null ? why : <a href={`#line-${row}`}>{why}</a>}
      </span>
    </>
  );
}
