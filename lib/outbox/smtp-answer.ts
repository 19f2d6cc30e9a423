/** What became of the letter for one recipient. `unknown`: it may have arrived; nobody but the recipient can tell. */
export type Verdict = { state: "sent" | "retry" | "failed" | "unknown"; answer: string };
/** By recipient address. */
export type Verdicts = Record<string, Verdict>;

/** The server's words: its code and its line. */
export type Answer = { code: number; text: string };
export type Refusal = { address: string; answer: Answer };

/** How one attempt ended. */
export type Attempt =
  /** The server answered the text with 2xx. `refused`: recipients it had turned down before. */
  | { kind: "accepted"; answer: Answer; refused: Refusal[] }
  /** The server said no. `session`: to us, before any letter (greeting, TLS, password); the other two to this letter. */
  | { kind: "refused"; stage: "session" | "envelope" | "text"; answer: Answer; refused: Refusal[] }
  /** The connection failed. `dataBegun`: the text was on its way, the server's answer is missing. `text`: what happened. */
  | { kind: "broken"; dataBegun: boolean; text: string };

/**
 * Reads an attempt. RFC 5321 section 4.2.1: 2xx done, 4xx try again, 5xx do not. What is refused before any letter is
 * about the account, not the letter: that is mended by the operator and tried again. Without an answer after the text
 * began nothing is known (RFC 1047), so it is never tried again by itself.
 */
export function readAttempt(recipients: readonly string[], attempt: Attempt): Verdicts {
  return Object.fromEntries(
    recipients.map((address) => [address, readFor(address, attempt)] as const),
  );
}

function readFor(address: string, attempt: Attempt): Verdict {
  if (attempt.kind === "broken")
    return { state: attempt.dataBegun ? "unknown" : "retry", answer: attempt.text };
  const own = attempt.refused.find((refusal) => refusal.address === address);
  if (own) return no(own.answer);
  if (attempt.kind === "accepted") return { state: "sent", answer: line(attempt.answer) };
  if (attempt.stage === "session") return { state: "retry", answer: line(attempt.answer) };
  return no(attempt.answer);
}

function no(answer: Answer): Verdict {
  return { state: answer.code >= 500 ? "failed" : "retry", answer: line(answer) };
}

/** One line without control characters: it is shown to people. */
function line({ code, text }: Answer): string {
  const clean = text
    .replace(/[^\x20-\x7e\u00a0-\uffff]/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return (clean.startsWith(`${code}`) ? clean : `${code} ${clean}`).slice(0, 300);
}
