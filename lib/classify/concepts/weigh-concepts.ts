import type { RuleType } from "../rule.ts";
import type { ConceptRule } from "./concept.ts";
import { CONCEPT_RULES, CONCEPT_TABLES } from "./concept-rules.ts";
import { findConcepts, indexConcepts, type Sighting, type Sightings } from "./find-concepts.ts";

const INDEX = indexConcepts(CONCEPT_TABLES);

/** What concepts close together in these words speak for, with the words that did. */
export function weighConcepts(text: string): { type: RuleType; points: number; reason: string }[] {
  const sightings = findConcepts(text, INDEX);
  if (sightings.size === 0) return [];
  return CONCEPT_RULES.flatMap((rule) => {
    const said = met(rule, sightings);
    if (said === null) return [];
    const words = [...new Set(said)].map((word) => `"${word}"`).join(", ");
    return [{ type: rule.type, points: rule.points, reason: `${rule.reason} (${words}).` }];
  });
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
