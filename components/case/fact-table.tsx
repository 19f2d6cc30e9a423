import type { ReactNode } from "react";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { ComplaintView } from "@/lib/cases/case.ts";
import type { ComplaintEvent } from "@/lib/complaints/complaint.ts";

/** The facts read out of the mail, as a list of name and value. What was not found is left out. */
export function FactTable({ complaint }: { complaint: ComplaintView }) {
  const facts = complaint.triage.complaint;
  const rows: { name: string; value: ReactNode }[] = [
    { name: "Accused", value: list(facts.accused) },
    { name: "Attacked", value: list(facts.destinations) },
    { name: "Attacked port", value: list(facts.destinationPorts) },
    { name: "Our own port", value: list(facts.sourcePorts) },
    { name: "When", value: eventTimes(facts.events) },
    { name: "Work", value: facts.work?.value },
    { name: "Their reference", value: list(facts.refs) },
    { name: "Answer by", value: deadline(facts.deadline) },
    {
      name: "Who complains",
      value: facts.reporter ? `${facts.reporter.name} <${facts.reporter.address}>`.trim() : null,
    },
    {
      name: "Provider",
      value: [facts.wrapper?.provider, facts.wrapper?.threat].filter(Boolean).join(": "),
    },
    { name: "Provider's form", value: facts.wrapper?.statementUrl },
  ];
  return (
    <dl className="my-4 grid grid-cols-[8.5rem_1fr] gap-x-3 gap-y-1 text-sm">
      {rows
        .filter((row) => row.value)
        .map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="opacity-80">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const SHOWN = 8;

function list(facts: { value: string | number }[]): string | null {
  const values = [...new Set(facts.map((fact) => String(fact.value)))];
  if (values.length === 0) return null;
  const more = values.length - SHOWN;
  return `${values.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function eventTimes(events: ComplaintEvent[]): ReactNode {
  const times = events.flatMap((event) => (event.time ? [event.time] : []));
  const [first] = times;
  if (!first) return null;
  if (first.at === null) return `${first.text} (time zone not stated)`;
  const last = times.at(-1);
  return (
    <>
      <UtcTime at={first.at} />
      {last?.at && last.at !== first.at ? (
        <>
          {" "}
          to <UtcTime at={last.at} />
        </>
      ) : null}
      {first.zone === "stated" ? null : ` (time zone ${first.zone})`}
    </>
  );
}

function deadline(value: { at: number | null; text: string } | null): ReactNode {
  if (!value) return null;
  if (value.at === null) return value.text;
  return (
    <>
      <UtcTime at={value.at} /> ({value.text})
    </>
  );
}
