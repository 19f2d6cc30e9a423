import type { ComplaintType } from "./classification.ts";
import { modelWords } from "./model-words.ts";

/**
 * What operators have confirmed, as counts: a multinomial naive Bayes model. Plain JSON, so that it can be stored, shown,
 * and taken apart again. Nothing is shipped in it: it starts empty beside the rules and only ever learns from this desk.
 */
export type TextModel = {
  /** Confirmed mails a type. */
  mails: Partial<Record<ComplaintType, number>>;
  /** For each word, how many confirmed mails of a type have it. */
  words: Record<string, Partial<Record<ComplaintType, number>>>;
};

export type Opinion = { type: ComplaintType; probability: number };
/** How much a word speaks for a type against all others, in natural logarithms of odds; above zero for, below against. */
export type WordWeight = { word: string; weight: number };

/** Fewer confirmed mails than this say nothing worth hearing. */
const FEWEST_MAILS = 8;
/** Words kept; the rarest go first when a desk has seen more. */
const MOST_WORDS = 50_000;
/** Additive smoothing (Lidstone): a word never seen with a type is unlikely, not impossible. */
const SMOOTHING = 0.5;

export function emptyModel(): TextModel {
  return { mails: {}, words: {} };
}

/** The model after one more confirmed mail. The given model is left as it is. */
export function learn(model: TextModel, text: string, type: ComplaintType): TextModel {
  return counted(model, text, type, 1);
}

/** Takes a confirmation back, for a correction: `learn` then `unlearn` of the same mail changes nothing. */
export function unlearn(model: TextModel, text: string, type: ComplaintType): TextModel {
  return counted(model, text, type, -1);
}

/** What the model thinks, likeliest first; empty while it has seen too little, or only one type. */
export function opinions(model: TextModel, text: string): Opinion[] {
  const types = typesOf(model);
  const seen = types.reduce((sum, type) => sum + mailsOf(model, type), 0);
  if (seen < FEWEST_MAILS || types.length < 2) return [];
  const words = modelWords(text).filter((word) => wordCounts(model, word));
  const scores = types.map((type) => ({
    type,
    score:
      Math.log(mailsOf(model, type) / seen) +
      words.reduce((sum, word) => sum + Math.log(likelihood(model, word, type)), 0),
  }));
  return normalised(scores).toSorted((a, b) => b.probability - a.probability);
}

/** The words of this mail that weighed most for or against a type, heaviest first. */
export function explain(
  model: TextModel,
  text: string,
  type: ComplaintType,
  most = 8,
): WordWeight[] {
  const others = typesOf(model).filter((other) => other !== type);
  if (others.length === 0 || mailsOf(model, type) === 0) return [];
  return modelWords(text)
    .filter((word) => wordCounts(model, word))
    .map((word) => ({ word, weight: weightOf(model, word, type, others) }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, most);
}

function counted(model: TextModel, text: string, type: ComplaintType, by: 1 | -1): TextModel {
  const words = { ...model.words };
  for (const word of modelWords(text)) {
    const counts = withCount(wordCounts(model, word) ?? {}, type, by);
    if (Object.keys(counts).length === 0) delete words[word];
    else words[word] = counts;
  }
  return { mails: withCount(model.mails, type, by), words: commonest(words) };
}

/** A count never goes below zero; at zero it is gone. */
function withCount(
  counts: Partial<Record<ComplaintType, number>>,
  type: ComplaintType,
  by: 1 | -1,
): Partial<Record<ComplaintType, number>> {
  const next = (counts[type] ?? 0) + by;
  const { [type]: _old, ...rest } = counts;
  return next > 0 ? { ...rest, [type]: next } : rest;
}

function commonest(words: TextModel["words"]): TextModel["words"] {
  const entries = Object.entries(words);
  if (entries.length <= MOST_WORDS) return words;
  const kept = entries.toSorted(([, a], [, b]) => total(b) - total(a)).slice(0, MOST_WORDS * 0.9);
  return Object.fromEntries(kept);
}

function total(counts: Partial<Record<ComplaintType, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Own properties only: a mail may say "constructor". */
function wordCounts(model: TextModel, word: string) {
  return Object.hasOwn(model.words, word) ? model.words[word] : undefined;
}

function typesOf(model: TextModel): ComplaintType[] {
  return Object.keys(model.mails) as ComplaintType[];
}

function mailsOf(model: TextModel, type: ComplaintType): number {
  return model.mails[type] ?? 0;
}

/** Share of the type's mails that have the word, smoothed. */
function likelihood(model: TextModel, word: string, type: ComplaintType): number {
  const having = wordCounts(model, word)?.[type] ?? 0;
  return (having + SMOOTHING) / (mailsOf(model, type) + 2 * SMOOTHING);
}

function weightOf(
  model: TextModel,
  word: string,
  type: ComplaintType,
  others: ComplaintType[],
): number {
  const elsewhere = others.reduce((sum, other) => sum + (wordCounts(model, word)?.[other] ?? 0), 0);
  const mails = others.reduce((sum, other) => sum + mailsOf(model, other), 0);
  const share = (elsewhere + SMOOTHING) / (mails + 2 * SMOOTHING);
  return Math.log(likelihood(model, word, type) / share);
}

/** Probabilities from logarithms, without overflow. */
function normalised(scores: { type: ComplaintType; score: number }[]): Opinion[] {
  const best = Math.max(...scores.map(({ score }) => score));
  const parts = scores.map(({ type, score }) => ({ type, part: Math.exp(score - best) }));
  const sum = parts.reduce((whole, { part }) => whole + part, 0);
  return parts.map(({ type, part }) => ({ type, probability: part / sum }));
}
