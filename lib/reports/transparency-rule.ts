/**
 * How a published report speaks of what authorities asked. none: not at all, whether there was anything or not. range: in
 * steps of 25 from zero, so that one request more or less is seldom seen and none is never said. exact: the number.
 * words: a sentence of the operator's own.
 */
export const AUTHORITY_RULES = ["none", "range", "exact", "words"] as const;
export type AuthorityRule = (typeof AUTHORITY_RULES)[number];
export type TransparencyRule = { authorities: AuthorityRule; words: string };

export const DEFAULT_RULE: TransparencyRule = { authorities: "range", words: "" };
export const MAX_WORDS = 1_000;
const STEP = 25;

/** What is said of them. */
export type SaidOfAuthorities =
  | { kind: "none" }
  | { kind: "range"; from: number; to: number }
  | { kind: "exact"; count: number }
  | { kind: "words"; text: string };

/** The count is asked for only where the rule needs it. */
export function sayOfAuthorities(rule: TransparencyRule, count: number): SaidOfAuthorities {
  const from = Math.floor(count / STEP) * STEP;
  switch (rule.authorities) {
    case "none":
      return { kind: "none" };
    case "range":
      return { kind: "range", from, to: from + STEP - 1 };
    case "exact":
      return { kind: "exact", count };
    case "words":
      return { kind: "words", text: rule.words };
  }
}
