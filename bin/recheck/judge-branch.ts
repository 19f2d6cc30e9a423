import { check } from "recheck";

/** A text that costs a backtracking engine most, as far as recheck found: each pump is repeated as often. */
export type Attack = { pumps: { prefix: string; pump: string }[]; suffix: string };
/**
 * `safe`: recheck proved or found nothing. `bounded`: too large to be decided as it stands, and safe once its bounded
 * repeats are short, so its cost cannot grow faster than the text. An attack: what recheck holds against it, to be measured.
 */
export type Verdict = "safe" | "bounded" | Attack;

const WHOLE_MS = 5_000;
const SHORT_MS = 10_000;
/** A repeat `{m,n}` costs at most a constant factor, whatever n is; with a small n the automata are small too. */
const SHORT = 3;

/** What recheck says of one branch of a pattern; null when it cannot say in the time it is given. */
export async function judgeBranch(source: string, flags: string): Promise<Verdict | null> {
  const whole = await check(source, flags, { timeout: WHOLE_MS });
  if (whole.status === "safe") return "safe";
  if (whole.status === "vulnerable") return attackOf(whole.attack);
  const short = await check(shortened(source), flags, { timeout: SHORT_MS });
  if (short.status === "safe") return "bounded";
  return short.status === "vulnerable" ? attackOf(short.attack) : null;
}

function attackOf({ pumps, suffix }: Attack): Attack {
  return { pumps: pumps.map(({ prefix, pump }) => ({ prefix, pump })), suffix };
}

/** `\S{1,40}` as `\S{1,3}`; `{2,}` has no end and stays. */
export function shortened(source: string): string {
  return source.replace(
    /(?<!\\u?)\{(\d{1,4})(?:,(\d{1,4}))?\}/g,
    (_, least: string, most: string | undefined) => {
      const low = Math.min(Number(least), SHORT);
      return most === undefined
        ? `{${low}}`
        : `{${Math.min(low, SHORT - 1)},${Math.min(Number(most), SHORT)}}`;
    },
  );
}

/** The attack, pumped up to about `length` characters. */
export function attackText({ pumps, suffix }: Attack, length: number): string {
  const fixed = pumps.reduce((sum, { prefix }) => sum + prefix.length, suffix.length);
  const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.max(1, Math.floor((length - fixed) / Math.max(1, pumped)));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
}
