import type { Instant } from "../time/instant.ts";
import { type WallTime, wallToInstantIn } from "../time/wall-time.ts";
import type { ZoneReading } from "../time/zone-words.ts";

/** One line of tor's log. `severity` is null in the journal, which keeps tor's own prefix away. */
export type LogLine = { at: Instant; severity: string | null; text: string };

/** What the log itself does not say: its clock's zone, and a moment soon after its last line. */
export type LogClock = { zone: ZoneReading; writtenBefore: Instant };

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const STAMP = "([A-Z][a-z]{2}) {1,2}([0-9]{1,2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})([.][0-9]{3})?";
/** tor's own file (log.c, log_prefix_): local time without year or zone. */
const OWN = new RegExp(`^${STAMP} \\[([a-z]{3,6})\\] (?:\\{[A-Z_]{1,20}\\} )?(.*)$`);
/** syslog and journalctl: the same stamp, then host and program. */
const SYSLOG = new RegExp(`^${STAMP} [^ ]{1,255} [Tt]or(?:@[^ []{1,64})?\\[[0-9]{1,10}\\]: (.*)$`);
/** journalctl -o short-iso and rsyslog's ISO format, which name the zone. */
const ISO =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}(?:Z|[+-][0-9]{2}:?[0-9]{2})) [^ ]{1,255} [Tt]or(?:@[^ []{1,64})?\[[0-9]{1,10}\]: (.*)$/;
const MAX_LINE = 2000;
/** Lines at start-up may stand out of order by less than a second; a clock set back by more than a day is another year. */
const BACKWARDS = 24 * 3600 * 1000;

type Stamped = { wall: Omit<WallTime, "year"> | null; at: Instant | null; line: LogLine };

/**
 * The lines of a log that are tor's, with their moments. The year is counted backwards from the end: a line that would
 * be later than the one after it belongs to the year before.
 */
export function logLines(rows: string[], { zone, writtenBefore }: LogClock): LogLine[] {
  const lines: LogLine[] = [];
  let later = writtenBefore;
  for (let index = rows.length - 1; index >= 0; index--) {
    const stamped = readRow((rows[index] ?? "").slice(0, MAX_LINE));
    if (stamped === null) continue;
    const at = stamped.at ?? placed(stamped.wall, zone, later);
    if (at === null) continue;
    lines.push({ ...stamped.line, at });
    later = Math.min(later, at);
  }
  return lines.reverse();
}

/** Whether one of the first lines is written as tor's log, or the journal of it. */
export function looksLikeLog(head: string): boolean {
  return head
    .split(/\r?\n/, 50)
    .some((row) => [OWN, SYSLOG, ISO].some((form) => form.test(row.slice(0, MAX_LINE))));
}

function readRow(row: string): Stamped | null {
  const own = OWN.exec(row);
  if (own !== null) {
    return {
      wall: wallOf(own),
      at: null,
      line: { at: 0, severity: own[7] ?? "", text: own[8] ?? "" },
    };
  }
  const syslog = SYSLOG.exec(row);
  if (syslog !== null) {
    return {
      wall: wallOf(syslog),
      at: null,
      line: { at: 0, severity: null, text: syslog[7] ?? "" },
    };
  }
  const [, stamp = "", text = ""] = ISO.exec(row) ?? [];
  const at = Date.parse(stamp.replace(/([+-][0-9]{2})([0-9]{2})$/, "$1:$2"));
  return Number.isNaN(at) ? null : { wall: null, at, line: { at, severity: null, text } };
}

function wallOf(match: RegExpExecArray): Omit<WallTime, "year"> {
  const [, month = "", ...numbers] = match;
  const [day = 0, hour = 0, minute = 0, second = 0, fraction = 0] = numbers.slice(0, 5).map(Number);
  return {
    month: MONTHS.indexOf(month) + 1,
    day,
    hour,
    minute,
    second,
    millisecond: Math.round((fraction || 0) * 1000),
  };
}

/** In the latest year that does not put the line after `later`. 29 February may be several years back. */
function placed(
  wall: Omit<WallTime, "year"> | null,
  zone: ZoneReading,
  later: Instant,
): Instant | null {
  if (wall === null) return null;
  const newest = new Date(later).getUTCFullYear() + 1;
  for (let year = newest; year > newest - 10; year--) {
    const at = wallToInstantIn({ ...wall, year }, zone);
    if (at !== null && at <= later + BACKWARDS) return at;
  }
  return null;
}
