import type { RuleType } from "../rule.ts";

/**
 * A concept is a family of words that mean one thing in the languages people write to us in. Written as word beginnings
 * without accents, separated by commas, so that inflections are covered: `drohu` is Drohung and Drohungen. `=kid` is the
 * whole word only; a beginning with a blank in it is a phrase. ł is written l, ß is written ss.
 */
export type ConceptTable = Record<string, string>;

/** What is asked of a text: one word of each group, close together. `a|b` is a group: any of the two concepts. */
export type ConceptRule = {
  type: RuleType;
  /** One of each must stand within `within` words of the first. */
  all: readonly string[];
  within: number;
  /** Points as in `Rule`; negative takes a look-alike out of the race. */
  points: number;
  /** What the operator reads, without the full stop. */
  reason: string;
};

/** Distances in words. */
export const NEAR = 10;
export const SAME_SENTENCE = 18;
export const SAME_PARAGRAPH = 45;
