import type { Instant, Precision, ReadTime } from "./instant.ts";
import { type WallTime, wallToInstant, wallToInstantIn, writeWallTime } from "./wall-time.ts";
import type { Zone } from "./zone.ts";

const HOUR = 3_600_000;
/** How far the first and the last inhabited zone are from UTC. */
const EASTMOST = 14 * 60;
const WESTMOST = -12 * 60;
const WIDTH: Record<Precision, number> = {
  second: 0,
  minute: 60_000 - 1,
  hour: HOUR - 1,
  day: 24 * HOUR - 1,
  unknown: 0,
};

/**
 * What can be claimed about a written time. One reading: that instant. Contradicting zones: the earliest, with bounds round
 * both. An ambiguous word: its usual meaning, `assumed`. No zone: no instant, bounds for every zone. Several `walls` (an
 * undecided day-month order) give bounds only.
 */
export function resolveTime(walls: WallTime[], zone: Zone | null, text: string): ReadTime {
  const [wall] = walls;
  if (!wall)
    return {
      at: null,
      earliest: null,
      latest: null,
      precision: "unknown",
      zone: zoneKnowledge(zone),
      text,
    };
  const precision = precisionOf(wall);
  const readings = zone === null ? [EASTMOST, WESTMOST] : zone.readings;
  const instants = walls
    .flatMap((each) => readings.map((reading) => wallToInstantIn(each, reading)))
    .filter((at) => at !== null);
  if (instants.length === 0)
    return { at: null, earliest: null, latest: null, precision: "unknown", zone: "unknown", text };
  const earliest = Math.min(...instants);
  return {
    at: claimedInstant(instants, zone, walls.length > 1 || precision === "day"),
    earliest,
    latest: Math.max(...instants) + WIDTH[precision],
    precision,
    zone: new Set(instants).size === walls.length ? zoneKnowledge(zone, true) : zoneKnowledge(zone),
    text,
    local: writeWallTime(wall),
  };
}

function claimedInstant(instants: Instant[], zone: Zone | null, vague: boolean): Instant | null {
  if (zone === null || vague) return null;
  return zone.contradictory ? Math.min(...instants) : (instants[0] ?? null);
}

/**
 * An ambiguous zone whose readings agree on this day is as good as stated. `-0000` is written by systems that do not know
 * theirs, and says that nothing is said (RFC 5322 section 3.3): the usual meaning is UTC, and nobody stated it.
 */
function zoneKnowledge(zone: Zone | null, agreed = false): ReadTime["zone"] {
  if (zone === null) return "unknown";
  if (/(?<!\d)-00:?00\W*$/.test(zone.text)) return "assumed";
  if (agreed) return "stated";
  if (zone.contradictory) return "contradictory";
  return zone.readings.length > 1 ? "assumed" : "stated";
}

function precisionOf(wall: WallTime): Precision {
  if (wall.hour === null) return "day";
  if (wall.minute === null) return "hour";
  return wall.second === null ? "minute" : "second";
}

/** Is this a day and time that exists? */
export function isRealTime(wall: WallTime): boolean {
  return wallToInstant(wall, 0) !== null;
}
