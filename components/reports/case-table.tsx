import Link from "next/link";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { CaseOutcome, DeadlineOutcome } from "@/lib/cases/case-fact.ts";
import type { ComplaintType } from "@/lib/classify/classification.ts";
import type { Verdict } from "@/lib/evidence/verdict.ts";
import type { ListedCase } from "@/lib/reports/case-list-store.ts";
import { durationText } from "./number-text.ts";

/** The cases behind a figure, each a link. */
export function CaseTable({ rows }: { rows: readonly ListedCase[] }) {
  const { cases } = words().reports;
  if (rows.length === 0) return <p>{cases.none}</p>;
  const { fields } = cases;
  const heads = [
    cases.case,
    cases.opened,
    fields.type,
    fields.verdict,
    fields.outcome,
    cases.answer,
    fields.deadline,
    fields.port,
    fields.provider,
    fields.sender,
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways by keys too (axe: scrollable-region-focusable)
    <section className="overflow-x-auto" tabIndex={0} aria-label={cases.title}>
      <table className="table table-sm">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ one }: { one: ListedCase }) {
  const { reports, types, verdicts } = words();
  const { answers } = reports;
  return (
    <tr data-case>
      <th scope="row">
        <Link href={`/cases/${one.id}`} prefetch={false} className="link mono">
          {one.ref}
        </Link>
      </th>
      <td>
        <UtcTime at={one.openedAt} />
      </td>
      <td>{types[one.type as ComplaintType]}</td>
      <td>{verdicts[one.verdict as Verdict]}</td>
      <td>{answers.outcomes[one.outcome as CaseOutcome]}</td>
      <td>{one.answerSeconds === null ? "" : durationText(one.answerSeconds)}</td>
      <td>{answers.deadlines[one.deadline as DeadlineOutcome]}</td>
      <td className="tabular-nums">{one.port}</td>
      <td>{one.provider}</td>
      <td className="break-all">{one.sender}</td>
    </tr>
  );
}
