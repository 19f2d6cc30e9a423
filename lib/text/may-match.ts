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
  for (const branch of needsOf(pattern)) if (hasAll(branch, seen)) return true;
  return false;
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

function hasAll(branch: Needs[number], seen: Uint8Array): boolean {
  for (const list of branch) if (!hasOne(list, seen)) return false;
  return true;
}

function hasOne(list: Needs[number][number], seen: Uint8Array): boolean {
  for (const piece of list) if (isThere(piece, seen)) return true;
  return false;
}

function isThere(piece: number[], seen: Uint8Array): boolean {
  for (const gram of piece) if (seen[gram] !== 1) return false;
  return true;
}
