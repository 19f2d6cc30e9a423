import { words } from "@/components/words/words.ts";
import type { FactView } from "@/lib/cases/fact-view.ts";
import type { FactField } from "@/lib/complaints/fact-change.ts";
import type { Highlight } from "./fact-ids.ts";

/** Whose side a fact is on; each side is underlined in its own way. */
export type Side = "ours" | "theirs" | "when" | "other" | "open";

const SIDES: Record<FactField, Side> = {
  accused: "ours",
  ownPort: "ours",
  destination: "theirs",
  destinationPort: "theirs",
  eventTime: "when",
  zone: "when",
  deadline: "when",
  protocol: "other",
  reference: "other",
  reporter: "other",
  work: "other",
  language: "other",
  originalLanguage: "other",
};

export function sideOf({ field, isOpen }: FactView): Side {
  return isOpen ? "open" : SIDES[field];
}

/** What a fact is called on the page. */
export function factLabel({ field, isOpen }: FactView): string {
  return isOpen
    ? words().openFacts[field === "eventTime" ? "time" : "address"]
    : words().facts[field];
}

/** Where facts stand in one text of the mail. Overlapping marks: the first wins. */
export function highlightsIn(facts: readonly FactView[], source: string): Highlight[] {
  const all = facts.flatMap((fact, n) =>
    fact.places.flatMap(({ source: of, start, end }, index) =>
      of === source ? [{ start, end, n, first: index === 0 }] : [],
    ),
  );
  return apart(all.sort((a, b) => a.start - b.start));
}

function apart(sorted: readonly Highlight[]): Highlight[] {
  let at = 0;
  return sorted.filter(({ start, end }) => {
    if (start < at || end <= start) return false;
    at = end;
    return true;
  });
}
