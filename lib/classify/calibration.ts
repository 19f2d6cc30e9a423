export type Calibration = {
  /** Of the logistic curve, one a feature of `confidence.ts`. */
  weights: readonly number[];
  /** From this confidence on an answer is shown as sure. */
  sure: number;
};

/**
 * How sure a conclusion is, as numbers. Fitted, not chosen: `node bin/fit-confidence.ts` reads the 390 labelled mails
 * beside the checkout, fits a logistic curve with a ridge of 0.003 to what was right and wrong, and writes them here. `sure`
 * is where answers of at least that confidence are, by the curve, right 99 times in 100. What that is worth on mails the
 * curve has not seen is measured by `npm run eval`, in ten folds. Count again after changing rules or weights.
 */
export const CALIBRATION: Calibration = {
  weights: [0.558, 1.113, 0.007, 0.485, 0.131, 0.407, 0.273, 0.665],
  sure: 0.9821,
};
