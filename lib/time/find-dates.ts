import { firstOf } from "../text/first-of.ts";
import { readMonth } from "./month-names.ts";

/** A calendar date standing in a text. `year` null: the text gives none (syslog). */
export type FoundDate = {
  start: number;
  end: number;
  year: number | null;
  month: number;
  day: number;
  /** How a date with slashes may be read; null for every other layout. `either` is given day first here. */
  slashes: "day-first" | "month-first" | "either" | null;
  /** Digits only, `20200304T054422`: the clock, when it is part of the same run. */
  packed: { hour: number; minute: number; second: number } | null;
};

/** All dates of a text in order, in any layout a log, a mail client or a person writes. Versions and addresses are not dates. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const next = firstOf([nextNumbered, nextWorded], text);
  let match = next(0);
  while (match) {
    const date = readLayout(match);
    const start = match.index;
    const end = start + match[0].length;
    const isDate = date !== null && isCalendarDay(date);
    if (isDate) found.push({ ...date, start, end });
    // "Protocol 1 2021-03-04" looks like "March 1 2021" until the word is looked up: the date inside must not be lost.
    match = next(isDate ? end : start + 1);
  }
  return found;
}

function nextNumbered(text: string, from: number): RegExpExecArray | null {
  NUMBERED.lastIndex = from;
  return NUMBERED.exec(text);
}

/** Looked for by the number behind the word: to try every word of a text would take three times as long. */
function nextWorded(text: string, from: number): RegExpExecArray | null {
  WORD_BEFORE.lastIndex = from;
  for (let near = WORD_BEFORE.exec(text); near; near = WORD_BEFORE.exec(text)) {
    const [, word = ""] = near;
    const start = Math.max(from, text.lastIndexOf(word, near.index));
    // Cyrillic letters are no bound: the month may be the end of the word.
    const last = /[А-яё]/.test(word) ? near.index : start;
    for (let at = start; at <= last; at++) {
      WORDED.lastIndex = at;
      const match = WORDED.exec(text);
      if (match) return match;
    }
  }
  return null;
}

function readLayout(match: RegExpExecArray): ReturnType<Layout> {
  const { word, day, year } = match.groups ?? {};
  if (word !== undefined) return worded(word, Number(day), year);
  for (const layout of LAYOUTS) {
    const date = layout(match);
    if (date) return date;
  }
  return null;
}

/** A word that may be a month; which it is decides `readMonth`. */
const WORD = "[A-Za-zÀ-žА-яё]{3,12}";
const NUMBERED = new RegExp(
  [
    // 1-4: 2020-03-04, 2020/3/4, 2020.03.04
    "(?<![\\d./])(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d]|[./]\\d)",
    // 5-8: 04.03.2020, 3/4/2020, 04-03-20
    "(?<![\\d.,:/-])(\\d{1,2})([./-])(\\d{1,2})\\6(\\d{4}|\\d{2}(?=[ T,]{1,3}\\d{1,2}:))(?!\\d|[./-]\\d(?!\\d:\\d))",
    // 9-11: 4 March 2020, 10/Oct/2020, 18-Apr-2011, 4. März, 4 de marzo de 2020; two digits are a year only before a whole clock
    `(?<![\\d.,:])(\\d{1,2})(?:\\.|st|nd|rd|th|er|[ºª])?(?:[ \\t]{1,3}|[-./])(?:de |of )?(${WORD})(?:\\.?,?[ \\t]{1,3}(?:de |del )?|[-./])(\\d{4}|\\d{2}(?=[ T,]{1,2}\\d{1,2}:|:\\d{2}:\\d{2}:\\d{2}))?(?!\\d\\d(?!:)|\\.\\d)`,
    // 12-14: 2020-Mar-04, 2020 Mar 4
    `(?<![\\d.,:])(\\d{4})[-/ ](${WORD})[-/ ](\\d{1,2})(?!\\d)`,
    // 15-20: 20200304T054422, 20200304054422
    "(?<![\\d.,:])(20\\d{2}|19\\d{2})(\\d{2})(\\d{2})[T_ -]?(\\d{2})(\\d{2})(\\d{2})(?=\\D|$)",
    // 21-23: 2020年3月4日
    "(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]",
    // 24-26: 2020. 3. 4., as Korean letters have it
    "(?<![\\d.])(20\\d{2})\\. (\\d{1,2})\\. (\\d{1,2})\\.?(?!\\d)",
    // 27-29: 4. 3. 2020, as Czech and German letters have it
    "(?<![\\d.])(\\d{1,2})\\. (\\d{1,2})\\. (20\\d{2})(?![\\d.])",
  ].join("|"),
  "g",
);
/** March 4th, 2020; Mar  4; Mar/04/2020 */
const WORDED = new RegExp(
  `(?<![A-Za-zÀ-ž0-9])(?<word>${WORD})(?:\\.?[ \\t]{1,3}|[-/])(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:(?:,?[ \\t]{1,3}|[-/])(?<year>\\d{4})(?![\\d:]))?`,
  "y",
);
/** A number with such a word before it. */
const WORD_BEFORE = new RegExp(
  `[-/ \\t]\\d(?<=(?<![A-Za-zÀ-ž0-9])(${WORD})(?:\\.?[ \\t]{1,3}|[-/])\\d)`,
  "g",
);

type Layout = (match: RegExpExecArray) => Omit<FoundDate, "start" | "end"> | null;

const LAYOUTS: Layout[] = [
  (m) => (m[1] === undefined ? null : plain(Number(m[1]), Number(m[3]), Number(m[4]))),
  (m) => (m[5] === undefined ? null : numeric(Number(m[5]), m[6] ?? "", Number(m[7]), m[8] ?? "")),
  (m) => (m[9] === undefined || isListItem(m) ? null : worded(m[10] ?? "", Number(m[9]), m[11])),
  (m) => (m[12] === undefined ? null : worded(m[13] ?? "", Number(m[14]), m[12])),
  (m) => {
    if (m[15] === undefined) return null;
    const packed = { hour: Number(m[18]), minute: Number(m[19]), second: Number(m[20]) };
    return { ...plain(Number(m[15]), Number(m[16]), Number(m[17])), packed };
  },
  (m) => (m[21] === undefined ? null : plain(Number(m[21]), Number(m[22]), Number(m[23]))),
  (m) => (m[24] === undefined ? null : plain(Number(m[24]), Number(m[25]), Number(m[26]))),
  (m) => (m[27] === undefined ? null : plain(Number(m[29]), Number(m[28]), Number(m[27]))),
];

function plain(year: number, month: number, day: number): NonNullable<ReturnType<Layout>> {
  return { year, month, day, slashes: null, packed: null };
}

/** Dots and dashes are day first unless that cannot be. Slashes may be either; `date-order.ts` decides. */
function numeric(
  first: number,
  separator: string,
  second: number,
  yearText: string,
): ReturnType<Layout> {
  const year = fullYear(yearText);
  const monthFirst = second > 12 && first <= 12;
  const date = monthFirst ? plain(year, first, second) : plain(year, second, first);
  if (separator !== "/") return date;
  if (monthFirst) return { ...date, slashes: "month-first" };
  return { ...date, slashes: first > 12 || first === second ? "day-first" : "either" };
}

function worded(word: string, day: number, yearText: string | undefined): ReturnType<Layout> {
  const month = readMonth(word);
  if (month === null) return null;
  return { ...plain(0, month, day), year: yearText === undefined ? null : fullYear(yearText) };
}

/** `3. Aug 10 05:32:22`: the third line of a list, on the tenth; not the third of August of 2010. */
function isListItem(match: RegExpExecArray): boolean {
  return match[11]?.length === 2 && /^\d{1,2}\.[ \t]/.test(match[0]);
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function isCalendarDay({ year, month, day }: Omit<FoundDate, "start" | "end">): boolean {
  if (year !== null && (year < 1970 || year > 2199)) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
