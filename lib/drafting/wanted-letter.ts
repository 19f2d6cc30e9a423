import type { Classification, ComplaintType } from "../classify/classification.ts";
import { isForCounsel } from "./choose-route.ts";
import type { LetterWanted } from "./choose-template.ts";
import type { Audience } from "./draft.ts";
import type { LetterToFill } from "./fill-letter.ts";
import { findingAnswers } from "./finding-answers.ts";
import { lawsOf } from "./laws-of.ts";
import { conditionsOf } from "./letter-conditions.ts";

/** The situation a template must fit. */
export function wantedLetter(letter: LetterToFill): LetterWanted {
  const { audience, complaint, classification, evidence, operator } = letter;
  const answers = findingAnswers(evidence);
  return {
    type: counselType(audience, classification),
    audience,
    verdict: evidence.verdict,
    answers,
    conditions: conditionsOf(complaint, evidence, answers),
    laws: lawsOf(operator.jurisdiction),
    language: audience === "isp" ? complaint.language : complaint.originalLanguage,
  };
}

/** The type the letter is about: of a provider's notice, that of the complaint inside. */
export function letterType({ type, innerType }: Classification): ComplaintType {
  return type === "isp_notice" && innerType !== null ? innerType : type;
}

/** A counsel note is for the grave type, whether it is the mail's own or that of the complaint inside. */
function counselType(audience: Audience, classification: Classification): ComplaintType {
  const { type, innerType } = classification;
  if (audience !== "authority") return letterType(classification);
  return [type, innerType].find((one) => one !== null && isForCounsel(one)) ?? type;
}
