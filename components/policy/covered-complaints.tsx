import { Card } from "@/components/ui/card.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { plural, type Words, words } from "@/components/words/words.ts";
import type { Count, CoveredComplaint, WhatIf } from "@/lib/cases/what-if.ts";

type Props = { result: WhatIf; days: number };

/** Which complaints the change would have covered, by type and provider, with the way to each. */
export function CoveredComplaints({ result, days }: Props) {
  const { complaints, covered, perhaps, byType, byProvider, events, cut } = result;
  return (
    <Card title={plural(days, words().policy.coveredTitle)}>
      <p className="mb-3">
        {rich(plural(covered, words().policy.certain), {
          strong: <strong data-covered={covered}>{covered}</strong>,
          perhaps: perhaps > 0 ? fill(words().policy.perhapsMore, { perhaps }) : "",
        })}{" "}
        {fill(words().policy.events, {
          refused: events.covered,
          already: events["closed-already"],
          notTor: events["not-tor"],
          untouched: events.untouched,
        })}
      </p>
      {cut ? <p className="mb-3 text-sm">{words().policy.tooMany}</p> : null}
      <div className="mb-3 grid gap-4 sm:grid-cols-2">
        <Counts title={words().policy.byType} counts={byType} name={typeName} />
        <Counts
          title={words().policy.byProvider}
          counts={byProvider}
          name={(name) => name || words().policy.cameStraight}
        />
      </div>
      <ul className="flex flex-col gap-1.5 text-sm" aria-label={words().policy.coveredList}>
        {complaints.map((complaint) => (
          <li key={complaint.id}>
            <UtcTime at={complaint.receivedAt} />{" "}
            <a href={`/cases/${complaint.caseId}`} className="link break-words">
              {complaint.title}
            </a>{" "}
            <span className="opacity-80">({eventWords(complaint)})</span>
          </li>
        ))}
      </ul>
      {covered + perhaps > complaints.length ? (
        <p className="mt-2 text-sm">
          {rich(words().policy.andMore, { covered: covered + perhaps - complaints.length })}
        </p>
      ) : null}
    </Card>
  );
}

function typeName(type: string): string {
  return Object.hasOwn(words().types, type) ? words().types[type as keyof Words["types"]] : type;
}

function eventWords({ covered, perhaps, events }: CoveredComplaint): string {
  return covered > 0
    ? fill(words().policy.someEvents, { covered, events })
    : fill(words().policy.perhapsEvents, { perhaps, events });
}

type CountProps = { title: string; counts: readonly Count[]; name: (name: string) => string };

function Counts({ title, counts, name }: CountProps) {
  if (counts.length === 0) return null;
  return (
    <table className="self-start text-sm">
      <caption className="mb-1 text-left font-semibold">{title}</caption>
      <tbody>
        {counts.slice(0, 12).map((count) => (
          <tr key={count.name}>
            <th scope="row" className="pr-4 text-left font-normal">
              {name(count.name)}
            </th>
            <td className="text-right tabular-nums">{count.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
