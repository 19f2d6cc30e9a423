/** What is wrong with a file, in one line for the operator: the thing and the remedy. */
export type ReadProblem = { code: string; text: string };

export function problem(code: string, text: string): ReadProblem {
  return { code, text };
}
