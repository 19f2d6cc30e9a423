import { checkLetter, isUntrue } from "./check-letter.ts";
import { mayServe } from "./choose-template.ts";
import type { Template } from "./draft.ts";
import { fillLetter, type LetterToFill } from "./fill-letter.ts";
import { wantedLetter } from "./wanted-letter.ts";

/** A letter as the template writes it for one case, and what speaks against it. */
export type LetterPreview = {
  subject: string;
  text: string;
  gaps: string[];
  /** Would the desk ever choose this template here, were there no better one? */
  mayServe: boolean;
  /** What the second reader says; `refuses`: no letter may say so; `sentence`: the first that says so by itself, null when none does alone. */
  problems: { text: string; sentence: string | null; refuses: boolean }[];
};

const MAX_SENTENCES = 400;

/** Fills the template for this case and reads the result as its recipient would. */
export function previewLetter(template: Template, letter: LetterToFill): LetterPreview {
  const filled = fillLetter(template, letter);
  const check = (text: string, gaps: string[]) => checkLetter({ ...letter, text, gaps });
  const sentences = sentencesOf(`${filled.subject}\n\n${filled.text}`);
  const found = new Map(
    [...check(filled.text, filled.gaps), ...check(filled.subject, gapsIn(filled.subject))].map(
      (problem) => [problem.text, problem],
    ),
  );
  const problems = [...found].map(([text, problem]) => ({
    text,
    refuses: isUntrue(problem),
    sentence:
      sentences.find((one) => check(one, gapsIn(one)).some((problem) => problem.text === text)) ??
      null,
  }));
  return { ...filled, problems, mayServe: mayServe(template, wantedLetter(letter)) };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\n\n|(?<=[.!?])\s/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
    .slice(0, MAX_SENTENCES);
}

function gapsIn(text: string): string[] {
  return [...text.matchAll(/\[\[([A-Za-z]{1,40})\]\]/g)].map((match) => match[1] ?? "");
}
