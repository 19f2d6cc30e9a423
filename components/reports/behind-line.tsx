import { Badge } from "@/components/ui/badge.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { ComplaintType } from "@/lib/classify/classification.ts";
import type { Verdict } from "@/lib/evidence/verdict.ts";
import type { Behind } from "@/lib/reports/behind.ts";

/** In what the listed cases agree. */
export function BehindLine({ behind }: { behind: Behind }) {
  const { cases } = words().reports;
  const given = Object.entries(behind).filter(([, value]) => value !== undefined);
  if (given.length === 0) return <p>{cases.all}</p>;
  return (
    <p className="flex flex-wrap gap-2">
      {given.map(([field]) => (
        <Badge key={field}>
          {fill(cases.of, {
            field: cases.fields[field as keyof Behind],
            name: nameOf(field as keyof Behind, behind),
          })}
        </Badge>
      ))}
    </p>
  );
}

function nameOf(field: keyof Behind, behind: Behind): string {
  const { types, verdicts, reports } = words();
  const { answers, tables } = reports;
  const names: Record<keyof Behind, string | undefined> = {
    type: types[behind.type as ComplaintType],
    verdict: verdicts[behind.verdict as Verdict],
    port: behind.port === null ? tables.noPort : String(behind.port),
    provider: behind.provider || tables.straight,
    sender: behind.sender || tables.noSender,
    outcome: behind.outcome && answers.outcomes[behind.outcome],
    deadline: behind.deadline && answers.deadlines[behind.deadline],
  };
  return names[field] ?? String(behind[field]);
}
