import type { Instant, Interval } from "../time/instant.ts";
import { parseFingerprint } from "./fingerprint.ts";
import { type LogClock, type LogLine, logLines } from "./log-lines.ts";
import { problem, type ReadProblem } from "./read-problem.ts";

export type NoticeLogFacts = {
  /** What the log covers: its first and last line. Null when no line is tor's. */
  covers: { from: Instant; to: Instant } | null;
  /** When tor ran and was not hibernating. `to: null`: it was running at the last line. */
  runs: Interval[];
  /** When tor read its torrc: at start, and when told to reload. */
  configReads: Instant[];
  nickname: string | null;
  fingerprint: string | null;
  problems: ReadProblem[];
};

const MAX_TEXT = 50_000_000;

/**
 * What a line says about running, in tor's words (main.c, log.c, hibernate.c; seen in the log of 0.4.9.11). A log file is
 * "new" only at start; on reload tor opens "log file". Losing the bandwidth soft limit only stops new connections.
 */
const SAYS: [RegExp, "start" | "resume" | "stop"][] = [
  [/^Tor [^ ]{1,40} (?:[(][^)]{1,60}[)] )?(?:running on |opening new log file)/, "start"],
  [/^Hibernation period ended[.]/, "resume"],
  [/^Clean shutdown finished[.]/, "stop"],
  [/^Catching signal (?:TERM|INT), exiting cleanly/, "stop"],
  [/^Going dormant[.]/, "stop"],
];
const UPTIME =
  /^Heartbeat: Tor's uptime is (?:([0-9]{1,5}) days? )?([0-9]{1,3}):([0-9]{2}) hours, /;
const CONFIG_READ = /^Read configuration file "/;
const HIBERNATING = /^Heartbeat: Tor's uptime is [^\n]{1,1000} We are currently hibernating[.]/;
const IDENTITY =
  /^Your Tor server's identity key fingerprint is '([A-Za-z0-9]{1,19}) ([0-9A-F]{40})'/;

/**
 * Reads a notice log into the times the relay ran. Never throws. Debug and info lines tell of single connections: they
 * are not read, and the operator is told not to keep them.
 */
export function readNoticeLog(text: string, clock: LogClock): NoticeLogFacts {
  const rows = text.slice(-MAX_TEXT).split(/\r?\n/);
  const all = logLines(rows, clock);
  const told = all.filter(({ severity }) => severity !== "debug" && severity !== "info");
  const problems = problemsOf(all, told, text);
  const lines = fromFirstSure(told);
  const [first] = lines;
  if (first === undefined) {
    return { covers: null, runs: [], configReads: [], nickname: null, fingerprint: null, problems };
  }
  const identity = lines
    .map((line) => IDENTITY.exec(line.text))
    .findLast((match) => match !== null);
  const covers = { from: first.at, to: Math.max(...ends(lines)) };
  return {
    covers,
    runs: runsOf(lines, first.at, problems),
    configReads: lines.flatMap(({ at, text: said }) => (CONFIG_READ.test(said) ? at : [])),
    nickname: identity?.[1] ?? null,
    fingerprint: parseFingerprint(identity?.[2] ?? ""),
    problems,
  };
}

/**
 * A log that begins while tor hibernates does not say whether it was dormant or only took no new connections; it counts
 * from the first line that does.
 */
function fromFirstSure(lines: LogLine[]): LogLine[] {
  const says = (line: LogLine) => SAYS.some(([pattern]) => pattern.test(line.text));
  const first = lines.find((line) => says(line) || HIBERNATING.test(line.text));
  if (first === undefined || says(first)) return lines;
  const sure = lines.findIndex(says);
  return sure < 0 ? [] : lines.slice(sure);
}

function ends(lines: LogLine[]): Instant[] {
  return [lines[0]?.at ?? 0, lines.at(-1)?.at ?? 0];
}

function problemsOf(all: LogLine[], lines: LogLine[], text: string): ReadProblem[] {
  const problems: ReadProblem[] = [];
  if (text.length > MAX_TEXT) {
    problems.push(problem("too-long", "Only the last 50 MB of the log were read."));
  }
  if (lines.length < all.length) {
    problems.push(
      problem(
        "connection-log",
        `${all.length - lines.length} debug and info lines were not read: they may tell of single connections, which an exit should not keep; set "Log notice".`,
      ),
    );
  }
  if (lines.length === 0) {
    problems.push(
      problem(
        "no-log",
        "No line of a tor notice log was found; packet captures and connection logs are not read.",
      ),
    );
  }
  return problems;
}

/** A log that begins without a start line (after rotation) was running from its first line on, or as its heartbeat says. */
function runsOf(lines: LogLine[], first: Instant, problems: ReadProblem[]): Interval[] {
  const runs: Interval[] = [];
  let since: Instant | null = first;
  for (const line of lines) since = runningSince(runs, since, line, problems);
  return since === null ? runs : [...runs, { from: since, to: null }];
}

/** Since when it runs after this line; null when it does not. A run that ends is added to `runs`. */
function runningSince(
  runs: Interval[],
  since: Instant | null,
  { at, text }: LogLine,
  problems: ReadProblem[],
): Instant | null {
  switch (SAYS.find(([pattern]) => pattern.test(text))?.[1]) {
    case "stop":
      if (since !== null && since < at) runs.push({ from: since, to: at });
      return null;
    case "start":
      return restarted(runs, since, at, problems);
    case "resume":
      return since ?? at;
    default:
      return since === null || runs.length > 0 ? since : Math.min(since, startBy(at, text));
  }
}

/** A start is logged in several lines. */
const START_UP = 120_000;

/**
 * tor started anew without a word about its end: it crashed or was killed somewhere between two lines. As long as that
 * is not known the relay must not be called down, so the run is taken to have lasted until the new start.
 */
function restarted(
  runs: Interval[],
  since: Instant | null,
  at: Instant,
  problems: ReadProblem[],
): Instant {
  if (since === null) return at;
  if (at - since < START_UP) return since;
  runs.push({ from: since, to: at });
  if (!problems.some(({ code }) => code === "no-end")) {
    const text =
      "The log shows a start without an end before it (a crash, or a part is missing); the run before is taken to have lasted until then.";
    problems.push(problem("no-end", text));
  }
  return at;
}

/** A heartbeat dates the start to the minute. */
function startBy(at: Instant, text: string): Instant {
  const match = UPTIME.exec(text);
  if (match === null) return at;
  const [, days = "0", hours = "0", minutes = "0"] = match;
  return at - ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
}
