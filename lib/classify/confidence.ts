import { CALIBRATION, type Calibration } from "./calibration.ts";
import type { Signs } from "./signs.ts";

/** Never quite certain either way: a person may always know better. */
const LEAST = 0.3;
const MOST = 0.995;
/**
 * The most that is claimed when the rules were at a loss: of letters written without a look at the rules, where that is
 * the rule and not the exception, about so many were read rightly. Labelled mail of that kind is too rare to fit a weight.
 */
const MOST_OF_A_GUESS = 0.75;
/** Neither rules nor words named a kind: a port or nothing at all did. Too little to have an answer ready. */
const MOST_OF_NOTHING = 0.45;

/**
 * The share of answers with such signs that are right, 0.3 to 0.995: a logistic curve over what the answer rests on
 * (Platt 1999), with the weights that `bin/fit-confidence.ts` found on labelled mail.
 */
export function confidenceOf(signs: Signs, { weights }: Calibration = CALIBRATION): number {
  const sum = features(signs).reduce((total, x, index) => total + x * (weights[index] ?? 0), 0);
  const most = mostOf(signs);
  return Math.min(most, Math.max(LEAST, 1 / (1 + Math.exp(-sum))));
}

function mostOf({ path, rules, overheard }: Signs): number {
  if (path === "unknown" && rules === 0) return MOST_OF_NOTHING;
  return overheard || path === "unknown" ? MOST_OF_A_GUESS : MOST;
}

/** Is an answer of this confidence shown as sure? Only such answers may be sent in one go, or filed away unseen. */
export function isSure(confidence: number): boolean {
  return confidence >= CALIBRATION.sure;
}

/** The signs as numbers of about the same size, the first always 1. The order is that of the weights. */
export function features({ path, lead, score, rules, structural }: Signs): number[] {
  return [
    1,
    Math.log1p(Math.min(lead, 40)),
    Math.log1p(Math.min(Math.max(score, 0), 60)),
    Math.min(rules, 8) / 4,
    structural ? 1 : 0,
    path === "harmless" ? 1 : 0,
    path === "passed" ? 1 : 0,
    path === "unknown" ? 1 : 0,
  ];
}
