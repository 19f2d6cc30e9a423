import type { MailView } from "./mail-view.ts";
import type { Place, Rule, RuleType } from "./rule.ts";

/** What speaks for one type: the sum of the rules that fired, and their reasons, heaviest first. */
export type Weight = { score: number; reasons: string[] };

/** Lays every rule on the view. Types for which no rule fired are absent. */
export function weigh(view: MailView, rules: readonly Rule[]): Map<RuleType, Weight> {
  const fired = rules.map((rule) => fire(rule, view)).filter((hit) => hit !== null);
  const types = [...new Set(fired.map((hit) => hit.type))];
  return new Map(types.map((type) => [type, weightOf(fired.filter((hit) => hit.type === type))]));
}

type Hit = { type: RuleType; points: number; reason: string };

function fire(rule: Rule, view: MailView): Hit | null {
  const places = (Object.entries(rule.at) as [Place, number][]).filter(([place]) =>
    rule.pattern.test(view[place]),
  );
  if (places.length === 0) return null;
  const subject = places.find(([place]) => place === "subject")?.[1] ?? 0;
  const others = places.filter(([place]) => place !== "subject").map(([, points]) => points);
  const points = subject + strongest(others) + insistence(rule, view);
  return { type: rule.type, points, reason: `${rule.reason} (${whereText(places)}).` };
}

/** A word (not a log line) said again and again is what the mail is about: one point for each further mention, up to three. */
function insistence(rule: Rule, view: MailView): number {
  if (!rule.at.subject || !rule.at.body || rule.at.body < 3) return 0;
  const mentions = [...view.body.matchAll(new RegExp(rule.pattern.source, "g"))].length;
  return Math.min(3, Math.max(0, mentions - 1));
}

/** Of the places that show the same text twice only the strongest counts; a negative rule has one weight anyway. */
function strongest(points: number[]): number {
  return points.reduce((best, next) => (Math.abs(next) > Math.abs(best) ? next : best), 0);
}

const PLACE_NAMES: Record<Place, string> = {
  subject: "subject",
  own: "text",
  body: "text",
  evidence: "evidence",
  sender: "sender",
  headers: "mail headers",
  facts: "what was read out",
};

function whereText(places: [Place, number][]): string {
  const best = places.filter(([place]) => place === "subject");
  const rest = places.filter(([place]) => place !== "subject").slice(0, 1);
  return [...best, ...rest].map(([place]) => PLACE_NAMES[place]).join(", ");
}

function weightOf(hits: Hit[]): Weight {
  const sorted = hits.toSorted((a, b) => b.points - a.points);
  return {
    score: hits.reduce((sum, hit) => sum + hit.points, 0),
    reasons: sorted.filter((hit) => hit.points > 0).map((hit) => hit.reason),
  };
}
