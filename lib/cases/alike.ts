import { isSure } from "../classify/confidence.ts";
import type { BulkCase, BulkLetter } from "./bulk.ts";
import type { QueueRow } from "./case.ts";
import { checklistFor } from "./checklist.ts";
import { differences, piecesOf } from "./wording.ts";

const GRAVE = ["law_enforcement", "threats", "csam"];

/** Why this case is looked at by itself whatever is to be done, or null. Stands before every other question. */
export function whyByItself(row: QueueRow): string | null {
  const isGrave = row.sealed || GRAVE.includes(row.type) || checklistFor(row).length > 0;
  return isGrave ? "It is looked at by itself: police, threats or worse, or it is sealed." : null;
}

/** Why this case cannot be answered together with others, or null. */
export function whyNotTogether({ row, letters, isForged }: BulkCase): string | null {
  const own = whyByItself(row) ?? whyNotReady(row);
  if (own === null && isForged) return "Its sender is forged.";
  return own ?? lettersNotReady(letters);
}

function whyNotReady(row: QueueRow): string | null {
  if (row.state !== "open") return "It is not open any more.";
  if (row.route === "none") return "It takes no answer.";
  if (row.route === "portal") return "It is answered in the provider's form.";
  if (row.decision !== "ready") return "It still needs something from you.";
  if (row.asksAgain) return "They wrote again after our answer.";
  return isSure(row.confidence) ? null : "The desk is not sure what it is.";
}

function lettersNotReady(letters: readonly BulkLetter[]): string | null {
  if (letters.length === 0) return "It has no letter.";
  if (letters.some(({ sent }) => sent)) return "A letter of it went out already.";
  if (letters.some(({ isOwn }) => isOwn)) return "Its letter was changed by hand or has a file.";
  if (letters.some(({ gaps, to }) => gaps.length > 0 || to.length === 0))
    return "Its letter is not finished.";
  return null;
}

/**
 * Why the answer to `sample`, once read, does not stand for the answer to `other`, or null: the same type, sender, verdict
 * and route, the same letters in the same words about other facts.
 */
export function whyUnlike(sample: BulkCase, other: BulkCase): string | null {
  const heads = [sample, other].map(({ row, source }) =>
    [row.type, source, row.verdict, row.route].join("\n"),
  );
  if (heads[0] !== heads[1]) return "It is of another type, sender, verdict or route.";
  if (sample.letters.length !== other.letters.length) return "It has other letters.";
  const same = sample.letters.every((letter, at) => isSameLetter(letter, other.letters[at]));
  return same ? null : "Its letter is worded otherwise.";
}

function isSameLetter(one: BulkLetter, other: BulkLetter | undefined): boolean {
  return (
    other !== undefined &&
    one.audience === other.audience &&
    one.template === other.template &&
    one.language === other.language &&
    differences(piecesOf(one.text), piecesOf(other.text)) !== null
  );
}
