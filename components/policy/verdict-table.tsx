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
export function VerdictTable({ verdicts }: { verdicts: readonly TargetVerdict[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">What the policy does with each target</caption>
        <thead>
          <tr className="border-b border-base-300 text-left">
            <th scope="col" className="py-1 pr-4 font-semibold">
              Target
            </th>
            <th scope="col" className="py-1 pr-4 font-semibold">
              Answer
            </th>
            <th scope="col" className="py-1 font-semibold">
              Why
            </th>
          </tr>
        </thead>
        <tbody>
          {verdicts.map((verdict, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and the same target may be asked twice.
            <tr key={index} className="border-b border-base-300 align-top" data-verdict>
              <td className="py-1.5 pr-4">
                <code className="break-all">{verdict.asked}</code>
                {verdict.protocol === "tcp" ? "" : ` ${verdict.protocol.toUpperCase()}`}
              </td>
              <Answer verdict={verdict} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Answer({ verdict }: { verdict: TargetVerdict }) {
  if ("flaw" in verdict)
    return (
      <td colSpan={2} className="py-1.5">
        Not answered: {verdict.flaw}.
      </td>
    );
  const { result, row, why } = verdict;
  return (
    <>
      <td className="py-1.5 pr-4">
        <Badge tone={TONES[result] ?? "plain"}>{WORDS[result] ?? result}</Badge>
      </td>
      <td className="py-1.5">{row === null ? why : <a href={`#line-${row}`}>{why}</a>}</td>
    </>
  );
}
