import { weighConcepts } from "./concepts/weigh-concepts.ts";
import type { MailView } from "./mail-view.ts";
import type { RuleType } from "./rule.ts";
import { summed, type Weight } from "./weigh.ts";

/** Which types are listened for. */
export type Ear = "all" | readonly RuleType[];

/** The weights of the rules, and beside them what concepts in the sender's own words speak for. */
export function withConcepts(
  weights: ReadonlyMap<RuleType, Weight>,
  view: MailView,
  ear: Ear,
): Map<RuleType, Weight> {
  const hits = weighConcepts(`${view.subject} . ${view.own}`);
  const heard = hits.filter(({ type }) => ear === "all" || ear.includes(type));
  const spoken = summed(heard.map((hit) => ({ ...hit, structural: false })));
  const types = [...new Set([...weights.keys(), ...spoken.keys()])];
  return new Map(types.map((type) => [type, together(weights.get(type), spoken.get(type))]));
}

function together(word: Weight | undefined, concept: Weight | undefined): Weight {
  return {
    score: (word?.score ?? 0) + (concept?.score ?? 0),
    reasons: [...(word?.reasons ?? []), ...(concept?.reasons ?? [])],
    rules: (word?.rules ?? 0) + (concept?.rules ?? 0),
    structural: word?.structural ?? false,
  };
}
