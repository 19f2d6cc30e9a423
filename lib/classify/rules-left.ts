import { type Sieve, sieveOf, sift } from "../text/sieve.ts";
import type { MailView } from "./mail-view.ts";
import type { Place, Rule } from "./rule.ts";

/** A rule that may fire: its places in the order they are tried, and what of its pattern is left to be tried. */
export type LeftRule = { rule: Rule; places: [Place, number][]; branches: RegExp[] };

/** The rules that may fire on this view, in their order. One pass over the text rules out most (`sieve.ts`). */
export function rulesLeft(view: MailView, rules: readonly Rule[]): LeftRule[] {
  const { sieve, places } = preparedFor(rules);
  const left = sift(sieve, wordsOf(view).join("\n"));
  return [...left].flatMap(([index, branches]) => {
    const rule = rules[index];
    return rule ? [{ rule, places: places[index] ?? [], branches }] : [];
  });
}

/** Every text of a view, those left out that begin another. */
function wordsOf({ own, opening: _, body, ...others }: MailView): string[] {
  return [...(body.startsWith(own) ? [] : [own]), body, ...Object.values(others)];
}

type Prepared = { sieve: Sieve; places: [Place, number][][] };

const PREPARED = new WeakMap<readonly Rule[], Prepared>();

/** What depends on the rules alone is worked out once. */
function preparedFor(rules: readonly Rule[]): Prepared {
  const known = PREPARED.get(rules);
  if (known) return known;
  const patterns = rules.map(({ pattern }) => pattern);
  const prepared = { sieve: sieveOf(patterns), places: rules.map(strongest) };
  PREPARED.set(rules, prepared);
  return prepared;
}

/** Of the places that may show the same text twice only the heaviest counts, so they are tried in that order. */
function strongest(rule: Rule): [Place, number][] {
  const places = Object.entries(rule.at) as [Place, number][];
  return places
    .filter(([place]) => place !== "subject")
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
}
