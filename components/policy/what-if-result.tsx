import type { WhatIfAnswer } from "@/lib/cases/ask-what-if.ts";
import { CoveredComplaints } from "./covered-complaints.tsx";
import { PolicyChange } from "./policy-change.tsx";
import { PolicyInForce } from "./policy-in-force.tsx";
import { TorrcLines } from "./torrc-lines.tsx";

type Props = { answer: WhatIfAnswer; days: number; now: number };

/** Whose policy was changed, what that closes, which complaints it would have covered, and the lines for the torrc. */
export function WhatIfResult({ answer, days, now }: Props) {
  const { base, result, fragment } = answer;
  return (
    <>
      {base === null ? null : <PolicyInForce known={base} now={now} />}
      <PolicyChange answer={answer} />
      {result === null ? null : <CoveredComplaints result={result} days={days} />}
      {fragment === null ? null : <TorrcLines fragment={fragment} />}
    </>
  );
}
