import { Card } from "@/components/ui/card.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { type Figures, WAITS } from "@/lib/reports/figures.ts";
import { durationText } from "./number-text.ts";
import { PartsStrip } from "./parts-strip.tsx";
import { type RankedRow, RankedTable } from "./ranked-table.tsx";
import { type About, casesLink } from "./report-link.ts";
import { VerdictTable } from "./verdict-table.tsx";

type Props = { figures: Figures; about: About };

const OUTCOMES = ["answered", "closed", "open", "history"] as const;
const DEADLINES = ["met", "missed", "pending", "without"] as const;

/** How the cases ended, whether in time, how fast, and with which verdict. */
export function AnswerFigures({ figures, about }: Props) {
  const { answers } = words().reports;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title={answers.title}>
        <PartsStrip
          text={answers.outcomesText}
          parts={OUTCOMES.map((outcome) => ({
            key: outcome,
            name: answers.outcomes[outcome],
            count: figures.outcomes[outcome],
            href: casesLink(about, { outcome }),
          }))}
        />
      </Card>
      <Card title={answers.deadlinesTitle}>
        <PartsStrip
          text={answers.deadlinesText}
          parts={DEADLINES.map((deadline) => ({
            key: deadline,
            name: answers.deadlines[deadline],
            count: figures.deadlines[deadline],
            href: casesLink(about, { deadline }),
          }))}
        />
      </Card>
      <Card title={answers.timesTitle}>
        {figures.times.answered === 0 ? (
          <p>{answers.noTimes}</p>
        ) : (
          <RankedTable
            title={answers.timesTitle}
            rows={waitRows(figures)}
            whole={figures.times.answered}
          />
        )}
      </Card>
      <Card title={answers.verdictTitle}>
        <VerdictTable figures={figures} about={about} />
      </Card>
    </div>
  );
}

function waitRows({ times }: Figures): RankedRow[] {
  return times.waits.map((cases, index) => ({
    key: String(index),
    name: waitText(WAITS[index - 1] ?? null, WAITS[index] ?? null),
    href: null,
    cases,
    mails: 0,
  }));
}

function waitText(longerThan: number | null, most: number | null): string {
  const { within, between, longer } = words().reports.answers;
  if (most === null) return fill(longer, { time: durationText(longerThan ?? 0) });
  const time = durationText(most);
  if (longerThan === null) return fill(within, { time });
  return fill(between, { from: durationText(longerThan), time });
}
