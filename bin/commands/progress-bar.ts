const WIDTH = 30;
const PLAIN_EVERY_MS = 5_000;

export type ProgressBar = {
  show: (done: number, text: string) => void;
  /** A line of its own above the bar. */
  say: (line: string) => void;
  end: () => void;
};

/** A bar that redraws itself on a terminal; elsewhere a plain line every few seconds. `total`: in the unit of `done`. */
export function progressBar(
  total: number,
  out: { write: (text: string) => unknown; isTTY?: boolean },
  now: () => number = Date.now,
): ProgressBar {
  let last = now();
  let drawn = "";
  const clear = () => {
    if (drawn !== "") out.write(`\r${" ".repeat(drawn.length)}\r`);
  };
  return {
    show: (done, text) => {
      const part = total > 0 ? Math.min(1, done / total) : 1;
      const percent = `${Math.floor(part * 100)} %`.padStart(5);
      if (out.isTTY) {
        clear();
        const full = Math.round(part * WIDTH);
        drawn = `[${"#".repeat(full)}${"-".repeat(WIDTH - full)}] ${percent}  ${text}`;
        out.write(drawn);
      } else if (now() - last >= PLAIN_EVERY_MS) {
        last = now();
        out.write(`${percent.trim()}  ${text}\n`);
      }
    },
    say: (line) => {
      clear();
      out.write(`${line}\n${drawn}`);
    },
    end: () => {
      if (drawn !== "") out.write("\n");
    },
  };
}
