import type { ComplaintType } from "./classification.ts";

type Counts = Partial<Record<ComplaintType, number>>;

/**
 * What operators have said of mails, as counts: a multinomial naive Bayes model over what the desk can see in a mail
 * (`Judgement.seen`: rules that spoke and families of words, all of them ours). Words of the mail itself are never counted:
 * one of them may be a name. Nothing is shipped in it; it starts empty and only ever learns from this desk.
 */
export type Taught = {
  /** Mails a type. */
  mails: Counts;
  /** Of each thing seen, in how many mails of a type. */
  seen: Record<string, Counts>;
  /** All of these together, a type. */
  total: Counts;
};

/** `odds`: natural logarithm of how much likelier this type is than the next one or than the given one. */
export type Opinion = { type: ComplaintType; score: number };
export type SeenWeight = { seen: string; weight: number };

/** Fewer mails than this say nothing worth hearing. */
const FEWEST_MAILS = 10;
/** Additive smoothing (Lidstone): a thing never seen with a type is unlikely, not impossible. */
const SMOOTHING = 0.1;
/** About as many things as there are to see. */
const VOCABULARY = 300;

export function untaught(): Taught {
  return { mails: {}, seen: {}, total: {} };
}

/** The counts after one more mail. The given ones are left as they are. */
export function learn(taught: Taught, seen: readonly string[], type: ComplaintType): Taught {
  return counted(taught, seen, type, 1);
}

/** Takes a lesson back: `learn` then `unlearn` of the same mail changes nothing. */
export function unlearn(taught: Taught, seen: readonly string[], type: ComplaintType): Taught {
  return counted(taught, seen, type, -1);
}

/** What the counts say, likeliest first; nothing while they have seen too little, or only one type. */
export function opinions(taught: Taught, seen: readonly string[]): Opinion[] {
  const types = typesOf(taught);
  const mails = types.reduce((sum, type) => sum + (taught.mails[type] ?? 0), 0);
  if (mails < FEWEST_MAILS || types.length < 2) return [];
  const known = seen.filter((one) => Object.hasOwn(taught.seen, one));
  return types
    .map((type) => ({
      type,
      score: known.reduce(
        (sum, one) => sum + Math.log(share(taught, one, type)),
        Math.log((taught.mails[type] ?? 0) / mails),
      ),
    }))
    .toSorted((a, b) => b.score - a.score);
}

/** What of this mail weighed most for one type against another, heaviest first. */
export function explain(
  taught: Taught,
  seen: readonly string[],
  type: ComplaintType,
  against: ComplaintType,
): SeenWeight[] {
  return seen
    .filter((one) => Object.hasOwn(taught.seen, one))
    .map((one) => ({
      seen: one,
      weight: Math.log(share(taught, one, type) / share(taught, one, against)),
    }))
    .toSorted((a, b) => b.weight - a.weight);
}

function counted(taught: Taught, seen: readonly string[], type: ComplaintType, by: number): Taught {
  const all = [...new Set(seen)];
  const next = { ...taught.seen };
  for (const one of all) {
    const counts = withCount(Object.hasOwn(next, one) ? (next[one] ?? {}) : {}, type, by);
    if (Object.keys(counts).length > 0) next[one] = counts;
    else delete next[one];
  }
  return {
    mails: withCount(taught.mails, type, by),
    seen: next,
    total: withCount(taught.total, type, by * all.length),
  };
}

/** A count never goes below zero; at zero it is gone. */
function withCount(counts: Counts, type: ComplaintType, by: number): Counts {
  const next = (counts[type] ?? 0) + by;
  const { [type]: _old, ...rest } = counts;
  return next > 0 ? { ...rest, [type]: next } : rest;
}

function typesOf(taught: Taught): ComplaintType[] {
  return Object.keys(taught.mails) as ComplaintType[];
}

/** Of all that was seen in mails of a type, how much was this. */
function share(taught: Taught, one: string, type: ComplaintType): number {
  const having = taught.seen[one]?.[type] ?? 0;
  return (having + SMOOTHING) / ((taught.total[type] ?? 0) + SMOOTHING * VOCABULARY);
}
