/** What is wrong with a file, in one line for the operator: the thing and the remedy. */
export type ReadProblem = { code: string; text: string };

/** Texts may quote what was read; control characters of it must not reach a terminal or break the line. */
export function problem(code: string, text: string): ReadProblem {
  return { code, text: text.replace(/\p{Cc}+/gu, " ") };
}
