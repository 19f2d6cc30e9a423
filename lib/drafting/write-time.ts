import type { Instant, ReadTime } from "../time/instant.ts";
import { toIso } from "../time/instant.ts";
import { wordsOf } from "./letter-words.ts";

const LENGTH = { second: 19, minute: 16, hour: 13, day: 10, unknown: 16 } as const;

/** `2026-10-02 10:04:11 UTC`, as exact as the report is; null when no instant can be claimed. */
export function writeTime(time: ReadTime | null): string | null {
  return time?.at == null ? null : stamp(time.at, LENGTH[time.precision]);
}

/** One time, or the first and last of several; a report that bounds a time without fixing it gives both bounds. */
export function writeTimes(times: (ReadTime | null)[], language: string): string | null {
  const known = times.filter((time): time is ReadTime => time !== null && time.at !== null);
  if (known.length < times.length || known.length === 0) return bounds(times, language);
  const sorted = known.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const first = writeTime(sorted[0] ?? null);
  const last = writeTime(sorted.at(-1) ?? null);
  return first === last ? first : `${first} ${wordsOf(language).to} ${last}`;
}

function bounds(times: (ReadTime | null)[], language: string): string | null {
  const earliest = times.map((time) => time?.earliest ?? null);
  const latest = times.map((time) => time?.latest ?? null);
  if (earliest.length === 0 || [...earliest, ...latest].includes(null)) return null;
  const from = stamp(Math.min(...earliest.map(Number)), LENGTH.minute);
  return `${from} ${wordsOf(language).to} ${stamp(Math.max(...latest.map(Number)), LENGTH.minute)}`;
}

function stamp(at: Instant, length: number): string {
  const text = toIso(at).slice(0, length).replace("T", " ").replace("Z", "");
  return length === LENGTH.hour ? `${text}:00 UTC` : `${text} UTC`;
}
