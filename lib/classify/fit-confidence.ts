import type { Calibration } from "./calibration.ts";
import { confidenceOf, features } from "./confidence.ts";
import type { Signs } from "./signs.ts";

/** One labelled mail: what the answer rested on and whether it was right. `weight`: how much it counts. */
export type Example = { signs: Signs; isRight: boolean };

/** Steps of the descent; with so few features the curve stands still long before. */
const ROUNDS = 400;
const RATE = 0.5;
/** Keeps weights small where examples are few (ridge). */
const RIDGE = 0.003;
/** Share of right answers promised of those called sure. */
const RIGHT_AMONG_SURE = 0.99;

/** However right the others are, an answer less certain than this is not called sure in their company. */
const LEAST_SURE = 0.95;

/** Fits the curve and finds from which confidence on answers may be called sure. */
export function fitConfidence(examples: readonly Example[]): Calibration {
  const rows = examples.map(({ signs, isRight }) => ({ x: features(signs), y: isRight ? 1 : 0 }));
  let weights = features(NO_SIGNS).map(() => 0);
  for (let round = 0; round < ROUNDS; round++) weights = descended(weights, rows);
  const fitted = { weights: weights.map((weight) => Math.round(weight * 1_000) / 1_000), sure: 1 };
  return { ...fitted, sure: sureFrom(examples, fitted) };
}

const NO_SIGNS: Signs = {
  path: "direct",
  lead: 0,
  score: 0,
  rules: 0,
  structural: false,
  overheard: false,
};

type Row = { x: number[]; y: number };

function descended(weights: number[], rows: readonly Row[]): number[] {
  const gradient = weights.map((weight, index) => (index === 0 ? 0 : RIDGE * weight));
  for (const { x, y } of rows) {
    const sum = x.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
    const error = 1 / (1 + Math.exp(-sum)) - y;
    for (const [index, value] of x.entries())
      gradient[index] = (gradient[index] ?? 0) + (error * value) / rows.length;
  }
  return weights.map((weight, index) => weight - RATE * (gradient[index] ?? 0));
}

/**
 * The lowest confidence such that the answers of at least that much are, by the fitted curve, right as often as is
 * promised. The curve, not the count, because a count of so few wrong answers jumps. 1 when there is none.
 */
function sureFrom(examples: readonly Example[], calibration: Calibration): number {
  const ranked = examples
    .map(({ signs }) => confidenceOf(signs, calibration))
    .toSorted((a, b) => b - a);
  let sum = 0;
  let sure = 1;
  for (const [index, confidence] of ranked.entries()) {
    sum += confidence;
    if (sum / (index + 1) >= RIGHT_AMONG_SURE) sure = Math.max(confidence, LEAST_SURE);
  }
  return Math.floor(sure * 10_000) / 10_000;
}
