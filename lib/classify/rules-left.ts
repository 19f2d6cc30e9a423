import { type Sieve, sieveOf, sift } from "../text/sieve.ts";
import type { Piece, Trial } from "../text/trial.ts";
import type { MailView } from "./mail-view.ts";
import type { Place, Rule } from "./rule.ts";

/** A rule that may fire: its places in the order they are tried, and what of its pattern is left to be tried. */
export type LeftRule = { rule: Rule; places: [Place, number][]; trials: Trial[] };

/** The rules that may fire on a view, in their order, and where its texts stood when that was found out. */
export type RulesLeft = { rules: LeftRule[]; texts: Record<Place, Piece> };

/** The rules that may fire on this view. One pass over its text rules out most (`sieve.ts`). */
export function rulesLeft(view: MailView, rules: readonly Rule[]): RulesLeft {
  const { sieve, places } = preparedFor(rules);
  const { whole, texts } = laidOut(view);
  const left: LeftRule[] = [];
  for (const [index, trials] of sift(sieve, whole)) {
    const rule = rules[index];
    if (rule) left.push({ rule, places: places[index] ?? [], trials });
  }
  return { rules: left, texts };
}

/** All texts of a view behind each other; one that begins another stands there only once. */
function laidOut(view: MailView): { whole: string; texts: Record<Place, Piece> } {
  let whole = "";
  const add = (text: string): Piece => {
    const at = whole.length;
    whole += `${text}\n`;
    return { text, at };
  };
  const body = add(view.body);
  const own = view.body.startsWith(view.own) ? { text: view.own, at: body.at } : add(view.own);
  const texts = {
    body,
    own,
    opening: { text: view.opening, at: own.at },
    subject: add(view.subject),
    evidence: add(view.evidence),
    sender: add(view.sender),
    headers: add(view.headers),
    facts: add(view.facts),
  };
  return { whole, texts };
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
