// node bin/fit-confidence.ts: fits how sure the desk is of its conclusions to the labelled mails beside the checkout, and
// writes lib/classify/calibration.ts. Run it after rules or weights changed; `npm run eval` then says what it is worth.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fitConfidence } from "../lib/classify/fit-confidence.ts";
import { labelledMails } from "./labelled.ts";

const FILE = path.join(path.dirname(import.meta.dirname), "lib/classify/calibration.ts");
const VALUE = /export const CALIBRATION: Calibration = \{[^}]*\};/;

const mails = await labelledMails();
if (mails === null) {
  process.stderr.write("There are no labelled mails beside this checkout: nothing was fitted.\n");
  process.exitCode = 3;
} else {
  const examples = mails.map(({ judgement, isRight }) => ({ signs: judgement.signs, isRight }));
  const { weights, sure } = fitConfidence(examples);
  const value = `export const CALIBRATION: Calibration = {\n  weights: [${weights.join(", ")}],\n  sure: ${sure},\n};`;
  writeFileSync(FILE, readFileSync(FILE, "utf8").replace(VALUE, value));
  process.stdout.write(
    `${examples.length} mails: weights ${weights.join(" ")}, sure from ${sure}\n`,
  );
}
