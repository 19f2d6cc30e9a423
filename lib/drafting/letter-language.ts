import type { FindingKind, Verdict } from "../evidence/verdict.ts";
import { FACT_NAMES } from "./fact-names.ts";
import { CONDITIONS } from "./letter-conditions.ts";

const KINDS: Record<FindingKind, true> = {
  time: true,
  tenure: true,
  role: true,
  uptime: true,
  policy: true,
  protocol: true,
};
const VERDICT_NAMES: Record<Verdict, true> = {
  "port-allowed": true,
  "port-rejected": true,
  "relay-down": true,
  "not-our-ip": true,
  "not-tor-traffic": true,
  "cannot-tell": true,
};

export const FINDING_KINDS = Object.keys(KINDS) as FindingKind[];
export const VERDICTS = Object.keys(VERDICT_NAMES) as Verdict[];

/** One word of the template language: whether it wraps a text, which names it takes, and how many. */
export type LetterHelper = {
  block: boolean;
  names: readonly string[] | RegExp;
  most: number;
  means: string;
};

/**
 * The whole language of a template. A template can fill in and leave out, nothing else: no loops, so that its work is
 * bounded by its size, and no way to reach an object.
 */
export const LETTER_LANGUAGE: Record<string, LetterHelper> = {
  fact: {
    block: false,
    names: Object.keys(FACT_NAMES),
    most: 1,
    means: "the fact, or a gap when it is not known",
  },
  given: {
    block: true,
    names: Object.keys(FACT_NAMES),
    most: 6,
    means: "stands when all the named facts are known",
  },
  missing: {
    block: true,
    names: Object.keys(FACT_NAMES),
    most: 6,
    means: "stands when none of the named facts is known",
  },
  proven: {
    block: true,
    names: FINDING_KINDS,
    most: 6,
    means: "stands when all the named findings are proven",
  },
  disproven: {
    block: true,
    names: FINDING_KINDS,
    most: 6,
    means: "stands when all the named findings are disproven",
  },
  verdict: {
    block: true,
    names: VERDICTS,
    most: 6,
    means: "stands for these verdicts",
  },
  when: {
    block: true,
    names: Object.keys(CONDITIONS),
    most: 6,
    means: "stands when all the named conditions hold",
  },
  refused: {
    block: true,
    names: /^[1-9]\d{0,4}$/,
    most: 8,
    means: "stands when the policy then refused every reported port and all are among these",
  },
  law: {
    block: true,
    names: /^[a-z]{2}$/,
    most: 8,
    means: "stands when one of these laws is the operator's",
  },
};
