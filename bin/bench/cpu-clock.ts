/** CPU microseconds this process has used so far: what others do on the machine disturbs it least. */
export function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** V8 compiles hot code in the background; parsing 867 policies over and over is at its speed after 0.8 s of work. */
const WARM_MICROS = 1_000_000;

/** CPU seconds of one run: the median of seven rounds of at least 50 ms, after warming up. */
export function cpuSeconds(work: () => unknown): number {
  for (const start = cpuMicros(); cpuMicros() - start < WARM_MICROS; ) work();
  const rounds = Array.from({ length: 7 }, () => {
    const start = cpuMicros();
    let runs = 0;
    let spent = 0;
    while (spent < 50_000) {
      work();
      runs++;
      spent = cpuMicros() - start;
    }
    return spent / runs / 1e6;
  });
  return median(rounds);
}
