import type { Verdicts } from "./smtp-answer.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits between tries; the last one repeats. RFC 5321 section 4.5.4.1 asks for 30 minutes or more once it lasts. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR];
/** Complaints have deadlines of hours: after two days an operator must look for another way. */
const GIVE_UP_AFTER = 48 * HOUR;

export type Plan = {
  state: "queued" | "sent" | "failed" | "unknown";
  /** The next try, when queued. */
  notBefore: number | null;
  verdicts: Verdicts;
  /** For the operator: one line, naming recipients where they differ. */
  answer: string;
};

/**
 * What to do with a letter after an attempt. `verdicts`: of every recipient, also those settled by earlier attempts.
 * `attempts` counts this one; `since` is when the operator approved it. Uncertainty wins over everything: a letter that
 * may have reached somebody is not touched again by itself.
 */
export function afterAttempt(input: {
  verdicts: Verdicts;
  attempts: number;
  since: number;
  now: number;
}): Plan {
  const { now, since, attempts } = input;
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE;
  const late = now + wait > since + GIVE_UP_AFTER;
  const verdicts = late ? givenUp(input.verdicts) : input.verdicts;
  const states = new Set(Object.values(verdicts).map((verdict) => verdict.state));
  const answer = inOneLine(verdicts);
  if (states.has("unknown")) return { state: "unknown", notBefore: null, verdicts, answer };
  if (states.has("retry")) return { state: "queued", notBefore: now + wait, verdicts, answer };
  return { state: states.has("sent") ? "sent" : "failed", notBefore: null, verdicts, answer };
}

/** Recipients that still have to get it. */
export function stillOpen(recipients: readonly string[], verdicts: Verdicts): string[] {
  return recipients.filter((address) => (verdicts[address]?.state ?? "retry") === "retry");
}

function givenUp(verdicts: Verdicts): Verdicts {
  return Object.fromEntries(
    Object.entries(verdicts).map(([address, verdict]) => [
      address,
      verdict.state === "retry"
        ? {
            state: "failed" as const,
            answer: `Given up after two days. Last answer: ${verdict.answer}`,
          }
        : verdict,
    ]),
  );
}

function inOneLine(verdicts: Verdicts): string {
  const entries = Object.entries(verdicts);
  const texts = new Set(entries.map(([, { answer }]) => answer));
  const words =
    texts.size === 1
      ? [...texts]
      : entries.map(([address, { state, answer }]) => `${address} ${WORDS[state]}: ${answer}`);
  return words.join("; ").slice(0, 500);
}

const WORDS = { sent: "took it", retry: "not yet", failed: "refused", unknown: "nobody knows" };
