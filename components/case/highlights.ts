import { words } from "@/components/words/words.ts";
import type { FactView } from "@/lib/cases/fact-view.ts";
import type { FactField } from "@/lib/complaints/fact-change.ts";

/** Whose side a fact is on; each side is underlined in its own way. */
export type Side = "ours" | "theirs" | "when" | "other" | "open";

/**
 * A stretch of text that carries a fact; `label` says which, `href` leads to where it can be corrected. `id`: the mark one
 * comes back to.
 */
export type Highlight = {
  start: number;
  end: number;
  label: string;
  side: Side;
  href: string;
  id: string | null;
};

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

/** Ids of the page: the panel of fact `n` of the opened mail, and the first mark that leads to it. */
export const panelId = (n: number) => `fact-${n}`;
export const markId = (n: number) => `mark-${n}`;

/** The facts that stand in one text of the mail, as marks that lead to their panels. */
export function highlightsIn(facts: readonly FactView[], source: string): Highlight[] {
  return facts.flatMap((fact, n) =>
    fact.places.flatMap((place, index) =>
      place.source === source
        ? [
            {
              start: place.start,
              end: place.end,
              label: factLabel(fact),
              side: sideOf(fact),
              href: `#${panelId(n)}`,
              id: index === 0 ? markId(n) : null,
            },
          ]
        : [],
    ),
  );
}
