import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The mail a worker was reading when it died, and how many workers in a row died reading it. */
type LeftBehind = { sightingId: string; deaths: number };

export type OpeningMark = {
  /** What the worker before left when it was killed: null when it ended by itself or read nothing. */
  left: LeftBehind | null;
  begin: (sightingId: string) => void;
  end: () => void;
};

/**
 * A file that says which mail is being read. It outlives the process, not the machine: losing it costs one count. A mark that
 * cannot be written stops no mail.
 */
export function openingMark(folder: string): OpeningMark {
  const file = path.join(folder, "worker.opening");
  const left = readMark(file);
  return {
    left,
    begin: (sightingId) => {
      const deaths = left?.sightingId === sightingId ? left.deaths : 0;
      attempt(() => writeFileSync(file, `${sightingId} ${deaths}\n`, { mode: 0o600 }));
    },
    end: () => attempt(() => rmSync(file, { force: true })),
  };
}

function readMark(file: string): LeftBehind | null {
  try {
    const [, sightingId = "", before = ""] =
      /^([\w-]{1,64}) (\d{1,6})\n$/.exec(readFileSync(file, "latin1")) ?? [];
    return sightingId === "" ? null : { sightingId, deaths: Number(before) + 1 };
  } catch {
    return null;
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // A full disk is told by the database.
  }
}
