import { daysMeant, slashOrder } from "./date-order.ts";
import { findDates } from "./find-dates.ts";
import { findEpochs } from "./find-epochs.ts";
import type { Instant, ReadTime } from "./instant.ts";
import { isRealTime, resolveTime } from "./resolve-time.ts";
import { statedZone } from "./stated-zone.ts";
import { findWrittenTimes, type WrittenTime } from "./written-time.ts";
import type { Zone } from "./zone.ts";

export type FoundTime = { time: ReadTime; start: number; end: number };

export type ReadTimesOptions = {
  /** When the complaint was written or came in: gives the year a log leaves out, and the order of day and month. */
  reference: Instant | null;
  /**
   * A zone stated outside this text (the prose, for a log in an attachment). The text's own statement goes first. A
   * function is asked only when a time needs it.
   */
  zone?: Zone | null | (() => Zone | null);
};

/**
 * Every point in time a text gives, in order. A time whose zone is nowhere stated has `at: null` and bounds wide enough for
 * every zone on earth; a date without a clock has the bounds of its day. Offsets are UTF-16 code units in `text`, of which
 * the first megabyte is read. Never throws.
 */
export function readTimes(text: string, options: ReadTimesOptions): FoundTime[] {
  const input = text.slice(0, MAX_TEXT);
  const dates = findDates(input);
  if (dates.length === 0) return findEpochs(input);
  const order = slashOrder(dates, input);
  const written = findWrittenTimes(input, dates);
  const general = written.some(({ zone }) => zone === null)
    ? (statedZone(input) ?? zoneOutside(options))
    : null;
  const reference = options.reference ?? latestFullDate(written);
  const times = written.flatMap((one): FoundTime[] => {
    const walls = daysMeant(one.date, order, reference)
      .map((day) => ({ ...day, ...one.clock }))
      .filter(isRealTime);
    if (walls.length === 0 && one.date.year !== null) return [];
    const { start, end } = one;
    return [{ time: resolveTime(walls, one.zone ?? general, input.slice(start, end)), start, end }];
  });
  const epochs = findEpochs(input);
  return epochs.length === 0 ? times : [...times, ...epochs].sort((a, b) => a.start - b.start);
}

const MAX_TEXT = 1024 * 1024;

function zoneOutside({ zone = null }: ReadTimesOptions): Zone | null {
  return typeof zone === "function" ? zone() : zone;
}

/** Without a reference, the text's own dates say about when it was written. */
function latestFullDate(written: WrittenTime[]): Instant | null {
  const years = written.flatMap(({ date }) =>
    date.year === null ? [] : [Date.UTC(date.year, date.month - 1, date.day)],
  );
  return years.length === 0 ? null : years.reduce((a, b) => Math.max(a, b));
}
