import type { MailView } from "./mail-view.ts";
import type { Place, Rule, RuleType } from "./rule.ts";

/**
 * What speaks for one type: the sum of the rules that fired, and their reasons, heaviest first. `rules` is how many spoke
 * for it; `structural` that one of them saw more than words: a format, a label, a header.
 */
export type Weight = { score: number; reasons: string[]; rules: number; structural: boolean };

/** Lays every rule on the view. Types for which no rule fired are absent. */
export function weigh(view: MailView, rules: readonly Rule[]): Map<RuleType, Weight> {
  return summed(rules.map((rule) => fire(rule, view)).filter((hit) => hit !== null));
}

/** The hits of each type together. */
export function summed(fired: readonly Hit[]): Map<RuleType, Weight> {
  const types = [...new Set(fired.map((hit) => hit.type))];
  return new Map(types.map((type) => [type, weightOf(fired.filter((hit) => hit.type === type))]));
}

/** One observation and what it is worth. */
export type Hit = { type: RuleType; points: number; reason: string; structural: boolean };

function fire(rule: Rule, view: MailView): Hit | null {
  const subject = rule.at.subject && rule.pattern.test(view.subject) ? rule.at.subject : 0;
  const other = strongest(rule).find(([place]) => rule.pattern.test(view[place]));
  if (subject === 0 && !other) return null;
  const points = subject + (other?.[1] ?? 0) + insistence(rule, view);
  const places = [subject === 0 ? "" : PLACE_NAMES.subject, other ? PLACE_NAMES[other[0]] : ""];
  const where = places.filter((place) => place !== "").join(", ");
  const structural = other !== undefined && STRUCTURE.includes(other[0]);
  return { type: rule.type, points, reason: `${rule.reason} (${where}).`, structural };
}

/** Of the places that may show the same text twice only the heaviest counts, so they are tried in that order. */
function strongest(rule: Rule): [Place, number][] {
  const places = Object.entries(rule.at) as [Place, number][];
  return places
    .filter(([place]) => place !== "subject")
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
}

/** A word (not a log line) said again and again is what the mail is about: one point for each further mention, up to three. */
function insistence({ at, pattern }: Rule, view: MailView): number {
  if (!at.subject || !at.body || at.body < 3) return 0;
  let mentions = 0;
  for (let from = 0; mentions < 4; mentions++) {
    const found = pattern.exec(view.body.slice(from));
    if (!found) break;
    from += found.index + Math.max(1, found[0].length);
  }
  return Math.max(0, mentions - 1);
}

const STRUCTURE: readonly Place[] = ["facts", "headers"];
const PLACE_NAMES: Record<Place, string> = {
  subject: "subject",
  own: "text",
  opening: "text",
  body: "text",
  evidence: "evidence",
  sender: "sender",
  headers: "mail headers",
  facts: "what was read out",
};

function weightOf(hits: Hit[]): Weight {
  const speaking = hits.toSorted((a, b) => b.points - a.points).filter((hit) => hit.points > 0);
  return {
    score: hits.reduce((sum, hit) => sum + hit.points, 0),
    reasons: speaking.map((hit) => hit.reason),
    rules: speaking.length,
    structural: speaking.some((hit) => hit.structural),
  };
}
