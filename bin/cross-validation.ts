// How often what the desk calls sure is right, on mails the curve was not fitted to.
import { createHash } from "node:crypto";
import type { ComplaintType } from "../lib/classify/classification.ts";
import { conclude } from "../lib/classify/conclude.ts";
import { confidenceOf } from "../lib/classify/confidence.ts";
import { fitConfidence } from "../lib/classify/fit-confidence.ts";
import { learn, untaught } from "../lib/classify/taught.ts";
import type { Labelled } from "./labelled.ts";

const FOLDS = 10;
/** The mails are divided anew this often: one division may be lucky. */
const ROUNDS = 5;
const STEPS = [0.98, 0.95, 0.9, 0.8, 0];

type Scored = { confidence: number; isSure: boolean; isRight: boolean };
/** `sure`: share of the mails that are sure; `right`: share of these that were read rightly. */
export type Validation = { sure: number; right: number; table: string };

/** Each mail is scored by a curve fitted to the other folds; a cluster of near duplicates is never on both sides. */
export function crossValidated(mails: readonly Labelled[]): Validation {
  const scored = Array.from({ length: ROUNDS }, (_, round) => oneRound(mails, round)).flat();
  const sure = scored.filter(({ isSure }) => isSure);
  const right = sure.filter(({ isRight }) => isRight);
  return {
    sure: sure.length / scored.length,
    right: sure.length === 0 ? 0 : right.length / sure.length,
    table: STEPS.map((step, index) => line(scored, step, STEPS[index - 1] ?? 2)).join(""),
  };
}

function oneRound(mails: readonly Labelled[], round: number): Scored[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const [held, others] = divided(mails, (mail) => foldOf(mail.cluster, round) === fold);
    const calibration = fitConfidence(
      others.map(({ judgement, isRight }) => ({ signs: judgement.signs, isRight })),
    );
    return held.map(({ judgement, isRight }) => {
      const confidence = confidenceOf(judgement.signs, calibration);
      return { confidence, isRight, isSure: confidence >= calibration.sure };
    });
  }).flat();
}

function divided<T>(all: readonly T[], isIn: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isIn), all.filter((one) => !isIn(one))];
}

function foldOf(cluster: string, round: number): number {
  const [first = 0, second = 0] = createHash("sha256").update(`${round} ${cluster}`).digest();
  return (first * 256 + second) % FOLDS;
}

/** `confidence 0.95-0.98: said 0.968, right 0.972 of 108`, the count being that of one round. */
function line(scored: readonly Scored[], from: number, to: number): string {
  const step = scored.filter(({ confidence }) => confidence >= from && confidence < to);
  if (step.length === 0) return "";
  const said = step.reduce((sum, { confidence }) => sum + confidence, 0) / step.length;
  const right = step.filter(({ isRight }) => isRight).length / step.length;
  const range = to > 1 ? `${from} and more` : `${from}-${to}`;
  return `confidence ${range}: said ${said.toFixed(3)}, right ${right.toFixed(3)} of ${Math.round(step.length / ROUNDS)}\n`;
}

/** What lessons are worth: how many are right alone, and with lessons of all mails in the other folds. */
export function withLessons(mails: readonly Labelled[]): string {
  let alone = 0;
  let taught = 0;
  let doubted = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const [held, others] = divided(mails, (mail) => foldOf(mail.cluster, 0) === fold);
    const lessons = others.reduce(
      (sum, { judgement, type }) => learn(sum, judgement.seen, type as ComplaintType),
      untaught(),
    );
    for (const { judgement, isRight, isRightAs } of held) {
      const answer = conclude(judgement, lessons);
      if (isRight) alone++;
      if (isRightAs(answer.type)) taught++;
      if (answer.confidence < conclude(judgement).confidence) doubted++;
    }
  }
  return `lessons: ${taught} right with lessons of the other folds, ${alone} without; ${doubted} made less sure\n`;
}
