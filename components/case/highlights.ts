import type { StoredTriage } from "@/lib/cases/stored-triage.ts";
import type { Span } from "@/lib/complaints/complaint.ts";
import type { Highlight } from "./highlighted-text.tsx";

type Facts = StoredTriage["complaint"];

/** The facts that stand in one text of the mail (`subject`, `body` or a part's id), as marks with their meaning. */
export function highlightsIn(facts: Facts, source: string): Highlight[] {
  return [
    ...mark(facts.accused, "accused address"),
    ...mark(facts.destinations, "attacked address"),
    ...mark(facts.destinationPorts, "attacked port"),
    ...mark(facts.sourcePorts, "our own port"),
    ...mark(facts.refs, "their reference"),
    ...mark(facts.work ? [facts.work] : [], "claimed work"),
    ...mark(facts.deadline ? [facts.deadline] : [], "deadline"),
  ].flatMap(({ span, label }) =>
    span?.source === source ? [{ start: span.start, end: span.end, label }] : [],
  );
}

function mark(
  facts: { span: Span | null }[],
  label: string,
): { span: Span | null; label: string }[] {
  return facts.map((fact) => ({ span: fact.span, label }));
}
