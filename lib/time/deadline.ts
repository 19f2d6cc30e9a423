import { readAbsoluteDeadlines } from "./absolute-deadline.ts";
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
  const found = [...readSpans(input, receivedAt), ...readAbsoluteDeadlines(input, receivedAt)];
  return found.sort((a, b) => a.start - b.start);
}

const MAX_TEXT = 128 * 1024;
const HOUR = 3_600_000;

function readSpans(text: string, receivedAt: Instant): FoundDeadline[] {
  const found: FoundDeadline[] = [];
  for (const match of text.matchAll(SPAN)) {
    const [whole, count = "", unit = ""] = match;
    const end = match.index + whole.length;
    const start = leadStart(text, match.index, end);
    const hours = start === null ? null : hoursOf(count, unit);
    if (start === null || hours === null || !isDemand(text, start, end)) continue;
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

const LEAD = [
  "within(?:[ ]the)?(?:[ ]next|[ ]following)?(?:[ ]a(?:[ ]period[ ]of|[ ]maximum[ ]of)?)?|in(?:[ ]less[ ]than|[ ]under|[ ]the[ ]next|[ ]no[ ]more[ ]than)?|no[ ]later[ ]than|not[ ]later[ ]than|you[ ](?:now[ ])?have|(?:a[ ])?deadline[ ](?:of|is|:)|deadline:",
  "innerhalb(?:[ ]von|[ ]der[ ]nächsten|[ ]der[ ]kommenden)?|binnen|innert|in[ ]den[ ]nächsten|(?:mit[ ]einer[ ])?frist[ ]von|spätestens[ ]nach",
  "binnen(?:[ ]de)?|uiterlijk[ ]binnen",
  "sous|dans[ ](?:les|un[ ]délai[ ](?:maximum[ ]|maximal[ ])?de)|d'ici|délai[ ]de",
  "en[ ](?:un[ ]plazo[ ](?:máximo[ ])?de|las[ ]próximas|menos[ ]de)|dentro[ ]de(?:[ ]las)?|plazo[ ]de",
  "entro(?:[ ]le|[ ]e[ ]non[ ]oltre)?|nelle[ ]prossime|em[ ]até|no[ ]prazo[ ]de|nas[ ]próximas|w[ ]ciągu|w[ ]terminie|в[ ]течение|do|inom|inden[ ]for|inden",
].join("|");
const NUMBER_WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  "twenty-four": 24,
  "twenty four": 24,
  "forty-eight": 48,
  "forty eight": 48,
  "seventy-two": 72,
  "seventy two": 72,
  einem: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  un: 1,
  deux: 2,
  trois: 3,
  dos: 2,
  tres: 3,
  due: 2,
  tre: 3,
};
const AT_MOST =
  "(?:a[ ])?(?:maximum(?:[ ]of)?|max\\.?|at[ ]most|maximal|höchstens|maximaal|maximo|máximo|massimo)";
const QUALIFIER = "(?:business|working|calendar|consecutive|full|normal)";
/** Unit words with their hours; a working day is a day. */
const UNITS: { words: string; hours: number }[] = [
  {
    words:
      "hours?|hrs?|h|stunden?|std|uur|uren|heures?|horas?|ore|ora|godzin[ay]?|часов|часа|hodin|timmar|timer|小时|小時",
    hours: 1,
  },
  {
    words:
      "days?|tagen?|tages|werktagen?|arbeitstagen?|dagen|dag|werkdagen|jours?|días?|giorni|giorno|dias?|dni|dnů|dagar|dage|дней|дня|суток",
    hours: 24,
  },
  { words: "weeks?|wochen?|weken|week|semaines?|semanas?|settimane|settimana", hours: 168 },
];
// Starts with the number, not with the lead: numbers are rare in prose, little words are not.
const SPAN = new RegExp(
  `(?<![\\p{L}\\d.:/-])(\\d{1,3}|${Object.keys(NUMBER_WORDS).join("|")})(?:[ ]?\\([^()\\n]{1,20}\\))?[ \\n-]{0,2}((?:${QUALIFIER}[ \\n])?(?:${UNITS.map((unit) => unit.words).join("|")}))(?![\\p{L}\\d])`,
  "giu",
);
const LEAD_BEFORE = new RegExp(
  `(?<![\\p{L}\\d])(?:${LEAD})[ \\n]{1,2}(?:${AT_MOST}[ \\n])?$`,
  "iu",
);
const LEAD_AFTER = /^[ -](?:deadline|to (?:respond|reply|answer|fix|resolve|remove|act|comply))/i;

function hoursOf(count: string, unit: string): number | null {
  const amount = /^\d+$/.test(count) ? Number(count) : NUMBER_WORDS[count.toLowerCase()];
  const word = unit.toLowerCase().split(/[ \n]/).at(-1) ?? "";
  const hours = UNITS.find((each) =>
    each.words.split("|").some((pattern) => new RegExp(`^(?:${pattern})$`, "u").test(word)),
  )?.hours;
  if (!amount || !hours || amount * hours > 90 * 24) return null;
  return amount * hours;
}
