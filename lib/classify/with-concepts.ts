import type { Overheard } from "./concepts/weigh-concepts.ts";
import type { RuleType } from "./rule.ts";
import { summed, type Weight } from "./weigh.ts";

/** Which types are listened for. */
export type Ear = "all" | readonly RuleType[];

/** The weights of the rules, and beside them what concepts in the sender's own words speak for. */
export function withConcepts(
  weights: ReadonlyMap<RuleType, Weight>,
  { hits }: Overheard,
  ear: Ear,
): Map<RuleType, Weight> {
  const spoken = summed(hits.filter(({ type }) => ear === "all" || ear.includes(type)));
  const all = new Map(weights);
  for (const [type, weight] of spoken) all.set(type, together(weights.get(type), weight));
  return all;
}

function together(word: Weight | undefined, concept: Weight): Weight {
  if (!word) return concept;
  return {
    score: word.score + concept.score,
    reasons: [...word.reasons, ...concept.reasons],
    rules: word.rules + concept.rules,
    structural: word.structural,
    seen: [...word.seen, ...concept.seen],
  };
}
