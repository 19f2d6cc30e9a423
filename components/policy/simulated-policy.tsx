import { Card } from "@/components/ui/card.tsx";
import { rich } from "@/components/words/rich.tsx";
import type { Words } from "@/components/words/words.ts";
import type { Simulation } from "@/lib/exit-policy/simulate.ts";
import { PolicyProblems } from "./policy-problems.tsx";
import { PolicyRows } from "./policy-rows.tsx";
import { VerdictList } from "./verdict-list.tsx";

function forms(words: Words["policy"]["simulated"]): Record<Simulation["form"], string> {
  return {
    torrc: "torrc",
    items: words.formItems,
    descriptor: words.formDescriptor,
    full: words.formFull,
    summary: words.formSummary,
    unknown: words.formUnknown,
  };
}

/** The answers, then the policy they follow from. */
export function SimulatedPolicy({
  simulation,
  words,
}: {
  simulation: Simulation;
  words: Words["policy"]["simulated"];
}) {
  const { verdicts, rows, more, problems, summary, form } = simulation;
  const deciding = new Set(
    verdicts.flatMap((verdict) => ("row" in verdict && verdict.row !== null ? [verdict.row] : [])),
  );
  return (
    <div className="flex flex-col gap-4">
      {verdicts.length > 0 ? (
        <Card title={words.answers}>
          <VerdictList verdicts={verdicts} words={words} />
        </Card>
      ) : null}
      <Card title={words.inEffect} aside={<span className="text-sm">{forms(words)[form]}</span>}>
        <PolicyProblems problems={problems} words={words} />
        {summary === null ? (
          <p className="text-sm">{words.noPolicy}</p>
        ) : (
          <>
            <p className="mb-3 text-sm">
              {rich(words.firstDecides, {
                code: <code className="break-all">p {summary.four}</code>,
                codeb: <code className="break-all">p6 {summary.six}</code>,
              })}
            </p>
            <PolicyRows rows={rows} more={more} deciding={deciding} words={words} />
          </>
        )}
      </Card>
    </div>
  );
}
