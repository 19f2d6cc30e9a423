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
  return { families, hits: RULES.flatMap((rule) => hitOf(rule, sightings)) };
}

/** A rule and its groups as names of concepts. */
type GroupedRule = { rule: ConceptRule; groups: string[][] };

const RULES: readonly GroupedRule[] = CONCEPT_RULES.map((rule) => ({
  rule,
  groups: rule.all.map((group) => group.split("|")),
}));

function hitOf({ rule, groups }: GroupedRule, sightings: Sightings): Hit[] {
  for (const group of groups) if (!group.some((name) => sightings.has(name))) return [];
  const said = met(
    groups.map((group) => group.flatMap((name) => sightings.get(name) ?? [])),
    rule.within,
  );
  if (said === null) return [];
  const { type, points, reason } = rule;
  const words = [...new Set(said)].map((word) => `"${word}"`).join(", ");
  return [{ type, points, reason: `${reason} (${words}).`, structural: false, seen: reason }];
}

/** Words, one of each group and all different, that stand close enough to the first, or null. */
function met([first = [], ...rest]: Sighting[][], within: number): string[] | null {
  for (const start of first) {
    const chosen = rest.reduce<Sighting[] | null>(
      (taken, group) => (taken ? joined(taken, group, start, within) : null),
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
