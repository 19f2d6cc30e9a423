import { MEASURES, type Measure, type MeasureName } from "./bench-measures.ts";
import { median } from "./cpu-clock.ts";

/** `npm run bench -- NAME --short`: small, and only what is counted and ratios of CPU times decide. */
export const isShort = process.argv.includes("--short");
/** What a ratio of CPU times may be off by in the short form: other work runs beside it. */
const SLACK = 1.25;
const MOST_DRIFT = 1.15;

/** What there is to compare with, or to run, is not here. */
export class NotHere extends Error {}

export type Report = {
  /** Prints and judges one figure; `of` says on what ("on PostgreSQL") and becomes part of its name in the last line. */
  measured: (name: MeasureName, value: number, of?: "postgresql") => void;
  tell: (line: string) => void;
};

/**
 * Runs one benchmark between two runs of a fixed loop, prints its figures and, as the last line, `bench NAME: ok name=value ...`
 * or `bench NAME: short ...`. Sets the exit status: 0 every target met, 1 one missed, 3 nothing to compare with.
 */
export async function runBench(
  name: string,
  work: (report: Report) => Promise<unknown>,
): Promise<void> {
  const before = calibrate();
  const values: string[] = [];
  const short: string[] = [];
  const measured: Report["measured"] = (measure, value, of) => {
    const named = of ? `${measure}_${of}` : measure;
    const judged = judge(MEASURES[measure], value);
    const said = `${named}=${plain(value)}${judged.isMet ? "" : `[target ${MEASURES[measure].target}]`}`;
    console.log(
      `${MEASURES[measure].id} ${named} ${plain(value)} ${MEASURES[measure].unit}; ${judged.words}`,
    );
    values.push(said);
    if (judged.isShort) short.push(said);
  };
  try {
    await work({ measured, tell: (line) => console.log(line) });
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    console.error(`bench ${name}: nothing was measured: ${error.message}`);
    process.exitCode = 3;
    return;
  }
  const after = calibrate();
  const drift = Math.max(before, after) / Math.min(before, after);
  console.log(
    `calibration: ${before.toFixed(1)} ms before, ${after.toFixed(1)} ms after${drift > MOST_DRIFT ? ": more than 15 % apart, so this run is void but for what is counted" : ""}`,
  );
  const isVoid = drift > MOST_DRIFT && !isShort;
  const verdict = verdictOf(isVoid, short);
  console.log(`bench ${name}: ${verdict} ${values.join(" ")}`);
  process.exitCode = verdict === "ok" ? 0 : 1;
}

function verdictOf(isVoid: boolean, short: readonly string[]): string {
  if (isVoid) return "short (void: the machine was not quiet):";
  return short.length > 0 ? `short (${short.join(", ")}):` : "ok";
}

type Judged = { isMet: boolean; isShort: boolean; words: string };

/** `isMet`: the target itself. `isShort`: this form of the benchmark fails by it. */
function judge(measure: Measure, value: number): Judged {
  const { bound, target, held, kind, floor } = measure;
  const meets = (wanted: number, slack: number) =>
    bound === "at most" ? value <= wanted * slack : value >= wanted / slack;
  const isMet = meets(target, 1);
  const words = `target ${bound} ${target}, floor ${floor}: ${isMet ? "ok" : "SHORT"}`;
  if (!isShort) return { isMet, isShort: !isMet, words };
  if (kind === "wall" || kind === "memory") return { isMet, isShort: false, words };
  const slack = kind === "cpu" ? SLACK : 1;
  const isHeld = held !== undefined && meets(held, slack);
  return { isMet, isShort: !meets(target, slack) && !isHeld, words };
}

/** Wall milliseconds of a fixed loop, the median of some: what this machine leaves to us at this moment. */
function calibrate(): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    let hash = 2_166_136_261;
    for (let n = 0; n < 8_000_000; n++) hash = Math.imul(hash ^ (n & 255), 16_777_619);
    return hash === 0 ? Number.NaN : performance.now() - start;
  });
  return median(times);
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
