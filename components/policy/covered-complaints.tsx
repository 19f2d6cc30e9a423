import { Card } from "@/components/ui/card.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { type Words, words } from "@/components/words/words.ts";
import type { Count, CoveredComplaint, WhatIf } from "@/lib/cases/what-if.ts";

type Props = { result: WhatIf; days: number };

/** Which complaints the change would have covered, by type and provider, with the way to each. */
export function CoveredComplaints({ result, days }: Props) {
  const { complaints, covered, perhaps, byType, byProvider, events, cut } = result;
  return (
    <Card
      title={`Complaints of the last ${days} ${days === 1 ? "day" : "days"} it would have covered`}
    >
      <p className="mb-3">
        <strong data-covered={covered}>{covered}</strong>{" "}
        {covered === 1 ? "complaint" : "complaints"} for certain
        {perhaps > 0 ? `, ${perhaps} more perhaps: they do not say what decides` : ""}. Of all
        events of that time, {events.covered} would have been refused, {events["closed-already"]}{" "}
        are refused already, {events["not-tor"]} cannot be Tor traffic, and {events.untouched} would
        go on. Sealed cases are left out.
      </p>
      {cut ? (
        <p className="mb-3 text-sm">
          There are more events than that: the newest 10,000 were looked at.
        </p>
      ) : null}
      <div className="mb-3 grid gap-4 sm:grid-cols-2">
        <Counts title="By type" counts={byType} name={typeName} />
        <Counts title="By provider" counts={byProvider} name={(name) => name || "came straight"} />
      </div>
      <ul className="flex flex-col gap-1.5 text-sm" aria-label="Covered complaints">
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
        <p className="mt-2 text-sm">and {covered + perhaps - complaints.length} more.</p>
      ) : null}
    </Card>
  );
}

function typeName(type: string): string {
  return Object.hasOwn(words().types, type) ? words().types[type as keyof Words["types"]] : type;
}

function eventWords({ covered, perhaps, events }: CoveredComplaint): string {
  return covered > 0 ? `${covered} of ${events} events` : `${perhaps} of ${events} events perhaps`;
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
