import type { Instant } from "../time/instant.ts";
import { problem, type ReadProblem } from "./read-problem.ts";
import { utcTime } from "./utc-time.ts";

/** What of a DataDirectory's `state` file is of use. */
export type StateFacts = {
  /** When tor wrote it: tor was running then, or just ending. */
  writtenAt: Instant | null;
  version: string | null;
  /** Minutes east of UTC of the relay's clock: the head names the same moment in local time. Null when it cannot be told. */
  zone: number | null;
};

const QUARTER = 15;

/** Reads a state file of tor's. Its guards' dates are random on purpose, and its byte counts too coarse: not read. */
export function readState(text: string): { state: StateFacts; problems: ReadProblem[] } {
  const head = text.slice(0, 1_000_000);
  const local = utcTime(
    /^# Tor state file last generated on ([0-9 :-]{19}) local time/m.exec(head)?.[1],
  );
  const writtenAt = utcTime(/^LastWritten ([0-9 :-]{19})\r?$/m.exec(head)?.[1]);
  const version = /^TorVersion ([^\r\n]{1,80})/m.exec(head)?.[1] ?? null;
  const state = { writtenAt, version, zone: zoneOf(local, writtenAt) };
  const problems =
    writtenAt === null
      ? [problem("state", "The state file does not say when it was written; is it cut off?")]
      : [];
  return { state, problems };
}

/** The two times are taken within a second; every zone is a multiple of a quarter of an hour from UTC. */
function zoneOf(local: Instant | null, utc: Instant | null): number | null {
  if (local === null || utc === null) return null;
  const minutes = Math.round((local - utc) / 60_000 / QUARTER) * QUARTER;
  const isExact = Math.abs(local - utc - minutes * 60_000) <= 60_000;
  return isExact && Math.abs(minutes) <= 14 * 60 ? minutes : null;
}
