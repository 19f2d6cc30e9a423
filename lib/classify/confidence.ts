/** Steps from the lead of the winning type to the share of right answers. Placeholder until measured. */
const STEPS: [lead: number, confidence: number][] = [
  [10, 0.98],
  [6, 0.95],
  [4, 0.9],
  [2, 0.8],
  [1, 0.7],
];

export function confidenceOf(lead: number): number {
  return STEPS.find(([least]) => lead >= least)?.[1] ?? 0.5;
}
