import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { StoredTriage } from "@/lib/cases/stored-triage.ts";
import { isSure } from "@/lib/classify/confidence.ts";
import { FindingList } from "./finding-list.tsx";
import { shownFindings } from "./shown-findings.ts";
import { VerdictChip } from "./verdict-chip.tsx";

const SHOWN = 10;

/** What we can prove: the verdict in one sentence, then the findings of each event; long logs show the first ten. */
export function WeProve({
  triage,
  caseId,
  csrf,
}: {
  triage: StoredTriage;
  caseId: string;
  csrf: string;
}) {
  const { evidence, classification } = triage;
  const more = evidence.events.length - SHOWN;
  return (
    <Card title={words().casePage.weProve} aside={<VerdictChip verdict={evidence.verdict} />}>
      <p className="mb-4">{evidence.summary}</p>
      {evidence.events.slice(0, SHOWN).map((event, index) => (
        <details key={event.event} open={index === 0} className="mb-3">
          <summary className="cursor-pointer text-sm font-medium">
            {evidence.events.length > 1
              ? fill(words().casePage.event, { index: index + 1 })
              : words().casePage.findings}
            <VerdictChip verdict={event.verdict} />
          </summary>
          <div className="mt-3">
            <FindingList findings={shownFindings(event.findings)} />
          </div>
        </details>
      ))}
      {more > 0 ? <p className="text-sm">{rich(words().casePage.moreEvents, { more })}</p> : null}
      <form method="post" action={`/api/cases/${caseId}/evidence`} className="mt-3">
        <input type="hidden" name="csrf" value={csrf} />
        <Button>{words().casePage.downloadPack}</Button>
        <p className="mt-1 text-sm">{words().casePage.packHint}</p>
      </form>
      <h3 className="mt-4 mb-1 text-sm font-semibold">
        {rich(words().casePage.whyType, {
          isSure: isSure(classification.confidence)
            ? words().casePage.sure
            : words().casePage.notSure,
          confidence: Math.round(classification.confidence * 100),
        })}
      </h3>
      <ul className="list-disc pl-5 text-sm">
        {classification.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Card>
  );
}
