import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { ComplaintView } from "@/lib/cases/case.ts";
import type { FactView } from "@/lib/cases/fact-view.ts";
import { FACT_FIELDS, type FactField } from "@/lib/complaints/fact-change.ts";

/** One kind of fact: its name, the numbers of the facts, and what is said after them. */
export type FactRow = { name: string; facts: number[]; note: string | null };

/** The facts of a mail by kind; what was not found is left out. */
export function factRows(complaint: ComplaintView, facts: readonly FactView[]): FactRow[] {
  const { wrapper } = complaint.triage.complaint;
  const known = FACT_FIELDS.map((field) => {
    const numbers = numbersOf(facts, ({ isOpen, field: of }) => of === field && !isOpen);
    return {
      name: words().facts[field],
      facts: numbers,
      note: unlisted(complaint, field, numbers.length),
    };
  });
  const open = (["destination", "eventTime"] as const).map((field) => ({
    name: words().openFacts[field === "eventTime" ? "time" : "address"],
    facts: numbersOf(facts, ({ isOpen, field: of }) => of === field && isOpen),
    note: null,
  }));
  const read = [...known, ...open].filter((row) => row.facts.length > 0);
  const { wrapperOf, wrapperForm } = words().casePage;
  const said = (name: string, note: string | null) => (note ? [{ name, facts: [], note }] : []);
  return [
    ...read,
    ...said(wrapperOf, [wrapper?.provider, wrapper?.threat].filter(Boolean).join(": ")),
    ...said(wrapperForm, wrapper?.statementUrl ?? null),
  ];
}

function numbersOf(facts: readonly FactView[], is: (fact: FactView) => boolean): number[] {
  return facts.flatMap((fact, n) => (is(fact) ? [n] : []));
}

/** A scan of a thousand addresses is listed by its first. */
function unlisted({ triage }: ComplaintView, field: FactField, listed: number): string | null {
  const read = triage.complaint;
  const all: Partial<Record<FactField, number>> = {
    accused: read.accused.length,
    destination: read.destinations.length,
    destinationPort: read.destinationPorts.length,
    ownPort: read.sourcePorts.length,
    reference: read.refs.length,
  };
  const count = all[field] ?? 0;
  return listed > 0 && count > listed ? fill(words().casePage.firstOf, { count }) : null;
}
