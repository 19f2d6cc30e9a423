import type { Hit } from "../weigh.ts";
import type { ConceptRule } from "./concept.ts";
import { CONCEPT_RULES, CONCEPT_TABLES } from "./concept-rules.ts";
import { findConcepts, indexConcepts, type Sighting, type Sightings } from "./find-concepts.ts";

const INDEX = indexConcepts(CONCEPT_TABLES);

/** Each family by the word that stands first in it. */
const FAMILY_NAMES = new Map(
  CONCEPT_TABLES.flatMap((table) => Object.entries(table)).map(([concept, words]) => [
    concept,
    `words like "${words.split(",")[0]?.replace("=", "")}"`,
  ]),
);

/** `families`: the concepts met, by name. `hits`: what those close together speak for, with the words that did. */
export type Overheard = { families: string[]; hits: Hit[] };

/** What concepts say of these words. */
export function weighConcepts(text: string): Overheard {
  const sightings = findConcepts(text, INDEX);
  const families = [...sightings.keys()].map((concept) => FAMILY_NAMES.get(concept) ?? concept);
  return { families, hits: CONCEPT_RULES.flatMap((rule) => hitOf(rule, sightings)) };
}

function hitOf(rule: ConceptRule, sightings: Sightings): Hit[] {
  const said = met(rule, sightings);
  if (said === null) return [];
  const { type, points, reason } = rule;
  const words = [...new Set(said)].map((word) => `"${word}"`).join(", ");
  return [{ type, points, reason: `${reason} (${words}).`, structural: false, seen: reason }];
}

/** The words that meet a rule, or null. The groups of one rule must be met by different words. */
function met(rule: ConceptRule, sightings: Sightings): string[] | null {
  const groups = rule.all.map((group) =>
    group.split("|").flatMap((name) => sightings.get(name) ?? []),
  );
  const [first, ...rest] = groups;
  if (!first || groups.some((group) => group.length === 0)) return null;
  for (const start of first) {
    const chosen = rest.reduce<Sighting[] | null>(
      (taken, group) => (taken ? joined(taken, group, start, rule.within) : null),
      [start],
    );
    if (chosen) return chosen.map(({ said }) => said);
  }
  return null;
}

function joined(
  taken: Sighting[],
  group: readonly Sighting[],
  start: Sighting,
  within: number,
): Sighting[] | null {
  const next = group.find(
    ({ at }) => Math.abs(at - start.at) <= within && !taken.some((other) => other.at === at),
  );
  return next ? [...taken, next] : null;
}
