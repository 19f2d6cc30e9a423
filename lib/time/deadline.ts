import { matchesOf } from "../text/matches.ts";
import { readAbsoluteDeadlines } from "./absolute-deadline.ts";
import { readCjkDeadlines } from "./cjk-deadline.ts";
import { AT_MOST, LEAD, NUMBER_WORDS, QUALIFIER, UNITS } from "./deadline-words.ts";
import type { Instant } from "./instant.ts";
import { isDemand } from "./is-demand.ts";

/** A time by which an answer or an act is demanded of us. Offsets are UTF-16 code units. */
export type FoundDeadline = {
  at: Instant | null;
  /** As a number of hours when the text gives a span; a business day counts 24. Null for a date. */
  hours: number | null;
  text: string;
  start: number;
  end: number;
};

/**
 * The deadlines a text sets for us, in order: "within 24 hours", "binnen 2 werkdagen", "by 2021-04-28 13:59:04 +0200",
 * "before Friday 12:00 CET". Spans count from `receivedAt`. "Immediately" is none, and so is a span in a sentence that
 * demands nothing of us ("seen within 24 hours", "we will delist after 24 hours"). Reads the first 128 K characters.
 */
export function readDeadlines(text: string, receivedAt: Instant): FoundDeadline[] {
  const input = text.slice(0, MAX_TEXT);
  const found = [
    ...readSpans(input, receivedAt),
    ...readAbsoluteDeadlines(input, receivedAt),
    ...(CJK.test(input) ? readCjkDeadlines(input, receivedAt) : []),
  ];
  return found.sort((a, b) => a.start - b.start);
}

const CJK = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
const MAX_TEXT = 128 * 1024;
const LABELLED = /^(?:response|reply|answer)[ -](?:time|due|deadline)/i;
const HOUR = 3_600_000;

function readSpans(text: string, receivedAt: Instant): FoundDeadline[] {
  const found: FoundDeadline[] = [];
  for (const match of matchesOf(SPAN, `\n${text}`)) {
    const [edged, count = "", unit = ""] = match;
    const end = match.index + edged.length - 1;
    const start = leadStart(text, match.index, end);
    const hours = start === null ? null : hoursOf(count, unit);
    if (
      start === null ||
      hours === null ||
      !(LABELLED.test(text.slice(start, end)) || isDemand(text, start, end))
    )
      continue;
    found.push({ at: receivedAt + hours * HOUR, hours, text: text.slice(start, end), start, end });
  }
  return found;
}

/** Where "within", "binnen", "you have" before the span begins; the span itself when "deadline" or "to respond" follows. */
function leadStart(text: string, start: number, end: number): number | null {
  const from = Math.max(0, start - 60);
  const lead = LEAD_BEFORE.exec(text.slice(from, start));
  if (lead) return from + lead.index;
  return LEAD_AFTER.test(text.slice(end, end + 20)) ? start : null;
}

// Starts with the number, not with the lead: numbers are rare in prose, little words are not. The letter before it is part
// of the match, as to look behind at every place of a text takes twice the time.
const SPAN = new RegExp(
  `[^\\p{L}\\d.:/-](\\d{1,3}(?:[ ]?(?:-|–|/|to|or|bis|à)[ ]?\\d{1,3}(?=[ ]?\\p{L}))?|${Object.keys(NUMBER_WORDS).join("|")})(?:[ ]?\\([^()\\n]{1,20}\\))?[ \\n-]{0,2}((?:${QUALIFIER}[ \\n])?(?:${UNITS.map((unit) => unit.words).join("|")}))(?![\\p{L}\\d])`,
  "giu",
);
const LEAD_BEFORE = new RegExp(
  `(?<![\\p{L}\\d])(?:${LEAD})[ \\n]{1,2}(?:${AT_MOST}[ \\n])?$`,
  "iu",
);
const LEAD_AFTER = /^[ -](?:deadline|to (?:respond|reply|answer|fix|resolve|remove|act|comply))/i;

function hoursOf(count: string, unit: string): number | null {
  // Of "24-48 hours" the shorter: late is worse than early.
  const amount = /^\d/.test(count) ? Number.parseInt(count, 10) : NUMBER_WORDS[count.toLowerCase()];
  const word = unit.toLowerCase().split(/[ \n]/).at(-1) ?? "";
  const hours = UNITS.find((each) =>
    each.words.split("|").some((pattern) => new RegExp(`^(?:${pattern})$`, "u").test(word)),
  )?.hours;
  if (!amount || !hours || amount * hours > 90 * 24) return null;
  return amount * hours;
}
