import { Card } from "@/components/ui/card.tsx";
import type { Simulation } from "@/lib/exit-policy/simulate.ts";
import { PolicyProblems } from "./policy-problems.tsx";
import { PolicyRows } from "./policy-rows.tsx";
import { VerdictList } from "./verdict-list.tsx";

const FORMS: Record<Simulation["form"], string> = {
  torrc: "torrc",
  items: "policy lines",
  descriptor: "server descriptor",
  full: "tor's own dump",
  summary: "port summary",
  unknown: "not a policy",
};

/** The answers, then the policy they follow from. */
export function SimulatedPolicy({ simulation }: { simulation: Simulation }) {
  const { verdicts, rows, more, problems, summary, form } = simulation;
  const deciding = new Set(
    verdicts.flatMap((verdict) => ("row" in verdict && verdict.row !== null ? [verdict.row] : [])),
  );
  return (
    <div className="flex flex-col gap-4">
      {verdicts.length > 0 ? (
        <Card title="The answers">
          <VerdictList verdicts={verdicts} />
        </Card>
      ) : null}
      <Card title="The policy in effect" aside={<span className="text-sm">{FORMS[form]}</span>}>
        <PolicyProblems problems={problems} />
        {summary === null ? (
          <p className="text-sm">There is no policy: tor does not take this.</p>
        ) : (
          <>
            <p className="mb-3 text-sm">
              The first line that matches decides. The network sees it as{" "}
              <code className="break-all">p {summary.four}</code> and{" "}
              <code className="break-all">p6 {summary.six}</code>.
            </p>
            <PolicyRows rows={rows} more={more} deciding={deciding} />
          </>
        )}
      </Card>
    </div>
  );
}
