import { isReachable } from "../drafting/recipients.ts";

const MAX_RECIPIENTS = 5;

/**
 * What is wrong with the recipients of a letter, or null. One plain address each: a line break, a comma or a group in
 * it would reach people nobody chose (nodemailer takes them, see GHSA-c7w3-x93f-qmm8). `own`: the desk's addresses.
 */
export function recipientProblem(to: readonly string[], own: readonly string[]): string | null {
  if (to.length === 0) return "The letter has no recipient. Write one into the To field.";
  if (to.length > MAX_RECIPIENTS)
    return `The letter has ${to.length} recipients; at most ${MAX_RECIPIENTS} are allowed.`;
  for (const address of to) {
    const shown = address.slice(0, 100).replace(/[^\x20-\x7e]/g, "?");
    if (!isReachable(address))
      return `"${shown}" is not one plain address that reads answers. Correct it, or close the case without an answer.`;
    if (own.includes(address.toLowerCase()))
      return `${shown} is an address of this desk: the letter would come back to us.`;
  }
  return null;
}
