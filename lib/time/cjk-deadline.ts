import type { Instant } from "./instant.ts";
import { readTimes } from "./read-times.ts";

type CjkDeadline = {
  at: Instant | null;
  hours: number | null;
  text: string;
  start: number;
  end: number;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Deadlines of Japanese, Chinese and Korean letters, where the word for "within" or "by" follows: `24時間以内に`,
 * `3个工作日内`, `2月6日までに`. A span counts only in a sentence that asks for something and tells of nothing past.
 */
export function readCjkDeadlines(text: string, receivedAt: Instant): CjkDeadline[] {
  const spans = [...text.matchAll(SPAN)].flatMap((match): CjkDeadline[] => {
    const [whole, count = "", unit = ""] = match;
    const hours = (DIGITS[count] ?? Number(count)) * hoursOf(unit);
    const start = match.index;
    const end = start + whole.length;
    if (!isAsked(text, start, end) || !(hours > 0 && hours <= 90 * 24)) return [];
    return [{ at: receivedAt + hours * HOUR, hours, text: whole, start, end }];
  });
  return [...spans, ...readDates(text, receivedAt)];
}

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  七: 7,
  十: 10,
};
const SPAN =
  /(?<![\d.:])(\d{1,3}|[一二两兩三四五七十]) ?(?:個|个)?(営業日|工作[日天]|영업일|日|天|일|時間|小时|小時|시간|週間?|周|주)間? ?(?:以内|之内|之內|內|内|이내|안)/gu;

function hoursOf(unit: string): number {
  if (/^(?:時間|小时|小時|시간)$/.test(unit)) return 1;
  return /^[週周주]/.test(unit) ? 168 : 24;
}

/** A whole date with the word for "by" or "before" behind it, asked of us. */
function readDates(text: string, receivedAt: Instant): CjkDeadline[] {
  return [...text.matchAll(UNTIL)].slice(0, 20).flatMap((match): CjkDeadline[] => {
    const from = Math.max(0, match.index - 40);
    const last = readTimes(text.slice(from, match.index), { reference: receivedAt }).at(-1);
    if (!last || last.end < match.index - from - 1) return [];
    const { at, earliest, latest, precision } = last.time;
    const moment = precision === "day" ? latest : (at ?? earliest);
    const start = from + last.start;
    const end = match.index + match[0].length;
    const ahead = moment !== null && moment > receivedAt - DAY && moment < receivedAt + 366 * DAY;
    if (!ahead || !isAsked(text, start, end)) return [];
    return [{ at: moment, hours: null, text: text.slice(start, end), start, end }];
  });
}

const UNTIL = /まで|之前|以前|前(?=[回处處答]|提)|까지/gu;

function isAsked(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - 80), start)
      .split(/[。\n]/)
      .at(-1) ?? "";
  const [after = ""] = text.slice(end, end + 80).split(/[。\n]/);
  return ASKS.test(before + after) && !PAST.test(before.slice(-6));
}

const ASKS =
  /ください|下さい|お願い|ご回答|ご対応|ご連絡|求め|请|請|务必|務必|必须|必須|要求|回复|回覆|바랍니다|부탁|주시|조치|회신|답변/u;
const PAST = /過去|过去|最近|지난|直近/u;
