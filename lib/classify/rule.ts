import type { ComplaintType } from "./classification.ts";

/**
 * Where a rule looks. `own` is what the sender wrote himself, before anything quoted or forwarded; `opening` its first lines, where people say what they want; `body` is the whole
 * text for people; `evidence` adds the original complaint and the attachments; `sender` holds names and addresses of From,
 * Reply-To and reporter; `headers` the few header lines that tell robots apart; `facts` what the parser found out, one
 * `name:value` a line (see `mail-view.ts`).
 */
export type Place =
  | "subject"
  | "own"
  | "opening"
  | "body"
  | "evidence"
  | "sender"
  | "headers"
  | "facts";

/** `complaint` stands for "somebody accuses an address of ours, kind unknown". */
export type RuleType = ComplaintType | "complaint";

/**
 * One observation that speaks for a type. All text is lower case, its white space single blanks and `_` a blank. A rule
 * counts once in the subject and once in the best of its other places. Weights: 10 decides alone, 5-6 strong,
 * 3-4 usual, 1-2 a hint; negative ones take a look-alike out of the race.
 */
export type Rule = {
  type: RuleType;
  at: Partial<Record<Place, number>>;
  pattern: RegExp;
  /** What the operator reads, without the full stop: "It speaks of failed logins". */
  reason: string;
};

/** The usual weights of a word: the subject says it on purpose, an attachment may say it by the way. */
export function inText(weight: number): Rule["at"] {
  return { subject: weight + 2, body: weight, evidence: Math.max(1, weight - 1) };
}

/** A word of plain people: near the top it says what the mail is about, deep in a report it stands for something else. */
export function saidFirst(weight: number): Rule["at"] {
  return { subject: weight + 1, opening: weight };
}
