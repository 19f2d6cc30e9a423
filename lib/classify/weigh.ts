import { firstMatchIn, matchesIn, type Piece, type Trial } from "../text/trial.ts";
import type { MailView } from "./mail-view.ts";
import type { Place, Rule, RuleType } from "./rule.ts";
import { type LeftRule, type RulesLeft, rulesLeft } from "./rules-left.ts";

/**
 * What speaks for one type: the sum of the rules that fired, and their reasons, heaviest first. `rules` is how many spoke
 * for it; `structural` that one of them saw more than words: a format, a label, a header.
 */
export type Weight = {
  score: number;
  reasons: string[];
  rules: number;
  structural: boolean;
  /** The rules that spoke for or against it, by their reasons. */
  seen: string[];
};

/** Lays every rule on the view. Types for which no rule fired are absent. */
export function weigh(view: MailView, rules: readonly Rule[]): Map<RuleType, Weight> {
  const { rules: left, texts } = rulesLeft(view, rules);
  return summed(left.flatMap((rule) => fire(rule, texts) ?? []));
}

/** The hits of each type together. */
export function summed(fired: readonly Hit[]): Map<RuleType, Weight> {
  const types = [...new Set(fired.map((hit) => hit.type))];
  return new Map(types.map((type) => [type, weightOf(fired.filter((hit) => hit.type === type))]));
}

/** One observation and what it is worth. */
export type Hit = {
  type: RuleType;
  points: number;
  reason: string;
  structural: boolean;
  seen: string;
};

function fire({ rule, places, trials }: LeftRule, texts: RulesLeft["texts"]): Hit | null {
  const isAt = (place: Place) => trials.some((trial) => matchesIn(trial, texts[place]));
  const subject = rule.at.subject && isAt("subject") ? rule.at.subject : 0;
  const other = places.find(([place]) => isAt(place));
  if (subject === 0 && !other) return null;
  const points = subject + (other?.[1] ?? 0) + insistence(rule, trials, texts.body);
  const named = [subject === 0 ? "" : PLACE_NAMES.subject, other ? PLACE_NAMES[other[0]] : ""];
  const where = named.filter((place) => place !== "").join(", ");
  const structural = other !== undefined && STRUCTURE.includes(other[0]);
  const { type, reason: seen } = rule;
  return { type, points, reason: `${seen} (${where}).`, structural, seen };
}

/** A word (not a log line) said again and again is what the mail is about: one point for each further mention, up to three. */
function insistence({ at }: Rule, trials: Trial[], body: Piece): number {
  if (!at.subject || !at.body || at.body < 3) return 0;
  let mentions = 0;
  for (let from = 0; mentions < 4; mentions++) {
    const found = firstOf(trials, { text: body.text.slice(from), at: body.at + from });
    if (!found) break;
    from += found.index + Math.max(1, found[0].length);
  }
  return Math.max(0, mentions - 1);
}

/** Where the pattern these trials are left of matches first: at one place the earlier one wins. */
function firstOf(trials: Trial[], text: Piece): RegExpExecArray | null {
  let first: RegExpExecArray | null = null;
  for (const trial of trials) {
    const found = firstMatchIn(trial, text);
    if (found && (first === null || found.index < first.index)) first = found;
  }
  return first;
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
    seen: hits.map((hit) => hit.seen),
  };
}
