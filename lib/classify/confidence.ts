/**
 * From lead to confidence. The lead is how many points the winning reading has over the next one (`decide.ts`): of a
 * complaint over the next kind, of a provider's notice over the least that makes one, of a harmless mail over what its
 * sender accuses us of. A confidence says: of the mails with at least this lead, so many were read rightly.
 *
 * How the numbers were found: the 390 labelled mails beside the checkout were read by the rules and the share of right
 * answers was counted in each step (224 of 225, 62 of 64, 36 of 39, 36 of 41, 11 of 14; below, a guess). Some of the rules
 * were written with such mails in mind, so each share is rounded down; on mails nobody had looked at, the first step was
 * right in 69 of 74 before its errors were understood. Count again after changing weights: bin/eval.ts prints the table.
 */
const STEPS: readonly { lead: number; confidence: number }[] = [
  { lead: 10, confidence: 0.98 },
  { lead: 6, confidence: 0.95 },
  { lead: 4, confidence: 0.9 },
  { lead: 2, confidence: 0.8 },
  { lead: 1, confidence: 0.7 },
];
const GUESS = 0.5;

/** The confidence, 0.5 to 0.98, of an answer with this lead in points. Never 1: a person may always know better. */
export function confidenceOf(lead: number): number {
  return STEPS.find((step) => lead >= step.lead)?.confidence ?? GUESS;
}
