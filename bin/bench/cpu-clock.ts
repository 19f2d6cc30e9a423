/** CPU microseconds this process has used so far: what others do on the machine disturbs it least. */
export function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** CPU seconds of one run: the median of rounds of at least 50 ms, after warming up. */
export function cpuSeconds(work: () => unknown): number {
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
