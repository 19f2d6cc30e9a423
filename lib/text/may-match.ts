import { gramsIn, gramsOf } from "./grams.ts";
import { branchesOf } from "./pattern-branches.ts";

/** Shorter texts are read sooner than looked at. */
const SHORT = 200;

/**
 * Whether the pattern can match in the text or on one of its lines. `false` is certain and cheap: the text has not got the
 * letters. For patterns that are tried on a whole text, or line after line, and seldom match. (The long s and the Kelvin
 * sign, which `iu` takes for s and k, are not looked for.)
 */
export function mayMatch(pattern: RegExp, text: string): boolean {
  if (text.length < SHORT) return true;
  const { seen } = gramsIn(text);
  return needsOf(pattern).some((branch) =>
    branch.every((list) => list.some((piece) => piece.every((gram) => seen[gram] === 1))),
  );
}

/** Does the pattern stand in the text, or in its first `chars` characters? The same as `test`, for patterns that seldom do. */
export function isIn(text: string, pattern: RegExp, chars = text.length): boolean {
  return mayMatch(pattern, text) && pattern.test(text.slice(0, chars));
}

/** For each branch of a pattern lists of pieces, one of each must be there, as grams. */
type Needs = number[][][][];

const KNOWN = new WeakMap<RegExp, Needs>();

function needsOf(pattern: RegExp): Needs {
  const known = KNOWN.get(pattern);
  if (known) return known;
  const needs = branchesOf(pattern).map((branch) =>
    branch.needs.map((list) => list.map((piece) => gramsOf(piece))),
  );
  KNOWN.set(pattern, needs);
  return needs;
}
