import type { Instant, ReadTime } from "../time/instant.ts";
import type { ComplaintEvent } from "./complaint.ts";
import type { Line } from "./lines.ts";

/** An event with where its time stands in the text of its document. */
export type Placed = { event: ComplaintEvent; start: number; end: number; line: number };

/** What the events of a document stand in; `reference` is when it was written. */
export type Setting = {
  text: string;
  lines: Line[];
  accused: Set<string>;
  reference: Instant | null;
};

/**
 * Two kinds of times are bounds and no moments. A range that its writer calls approximate: it happened somewhere in it.
 * And when a page, file or control server was seen at an address: it did not happen then, it stood there from the first
 * look until it was complained about. Taken for a moment, `first seen` would clear who took the address over later.
 */
export function lastingEvents(placed: Placed[], setting: Setting): ComplaintEvent[] {
  const ranges = approximateRanges(placed, setting.text);
  const events: ComplaintEvent[] = [];
  let open: { line: number; event: ComplaintEvent } | null = null;
  for (const each of ranges) {
    const label = labelOf(each, setting);
    if (open !== null && each.line - open.line <= NEAR && SEEN.test(label)) {
      open.line = each.line;
      open.event.time = union(open.event.time, each.event.time);
      continue;
    }
    if (!isSighting(each, label, setting)) {
      events.push(each.event);
      continue;
    }
    const event = { ...each.event, time: until(each.event.time, setting.reference) };
    open = { line: each.line, event };
    events.push(event);
  }
  return events;
}

/** The event with bounds that end when the complaint was written: what stands at an address since `time`. */
export function until(time: ReadTime | null, reference: Instant | null): ReadTime | null {
  if (time?.earliest == null || time.latest === null) return time;
  return bounded(time, time.earliest, Math.max(time.latest, reference ?? time.latest));
}

function union(first: ReadTime | null, second: ReadTime | null): ReadTime | null {
  if (first?.earliest == null || first.latest === null) return first;
  if (second?.earliest == null || second.latest === null) return first;
  const earliest = Math.min(first.earliest, second.earliest);
  return bounded(first, earliest, Math.max(first.latest, second.latest));
}

/** Without `local`: another zone would move one end only. */
function bounded({ local: _, ...time }: ReadTime, earliest: Instant, latest: Instant): ReadTime {
  return { ...time, at: null, earliest, latest, precision: "unknown" };
}

/** `Approximate time range (UTC)`: both ends of each line as one event that happened between them. */
function approximateRanges(placed: Placed[], text: string): Placed[] {
  if (placed.length < 2 || !text.includes("pproximate") || !APPROXIMATE.test(text)) return placed;
  const joined: Placed[] = [];
  for (const each of placed) {
    const first = joined.at(-1);
    if (first === undefined || !isRange(first, each, text)) {
      joined.push(each);
      continue;
    }
    const { event, start } = first;
    const whole = { ...event.time, text: text.slice(start, each.end) } as ReadTime;
    const time = union(whole, each.event.time);
    const span = event.span ? { ...event.span, end: each.end } : null;
    joined[joined.length - 1] = { ...each, start, event: { ...event, time, span } };
  }
  return joined;
}

const APPROXIMATE =
  /\bapproximate (?:date and |date\/)?time ?(?:range|frame|window|span|period|interval)s?\b|\btime ?(?:stamp|range|frame|window)s? (?:is|are) (?:only )?approximate\b/i;

function isRange(first: Placed, second: Placed, text: string): boolean {
  const isEnd = first.event.time?.at == null;
  const between = text.slice(first.end, second.start);
  return !isEnd && first.line === second.line && BETWEEN.test(between);
}

const BETWEEN = /^[ \t]{0,4}(?:~|-|–|—|->|to|until)[ \t]{0,4}$/;

/** Lines within which an address list, a link and what is said of it belong together. */
const NEAR = 6;

function isSighting({ event, line }: Placed, label: string, setting: Setting): boolean {
  const isSeen = SEEN.test(label);
  if (event.time?.at == null || (!isSeen && !STAMPED.test(label))) return false;
  const from = Math.max(0, line - NEAR);
  const block = setting.lines.slice(from, line + NEAR + 1).map(({ text }) => text);
  return block.some((text) => isContent(text, isSeen, setting.accused));
}

/** The name of the field whose value the time is; empty where it is none. */
function labelOf({ start, line }: Placed, { lines }: Setting): string {
  const own = lines[line];
  const before = own?.text.slice(0, start - own.start) ?? "";
  return before.length <= LABEL_CHARS && LABEL.test(before) ? before : "";
}

const LABEL_CHARS = 160;
const LABEL = /[:=]\s{0,8}(?:\w{3}, ?)?$/;
const SEEN = new RegExp(
  `(?<!\\p{L})(?:${[
    "(?:first|last|date|initially|recently|most recent(?:ly)?|latest)[ _-]{0,2}(?:seen|detect(?:ed|ion)|observ(?:ed|ation)|spotted|active|online)",
    "seen (?:at|on)",
    "(?:zuerst|erstmals|erstmalig|zuletzt) (?:gesehen|entdeckt|beobachtet|festgestellt)",
    "(?:premi[eè]re|derni[eè]re) (?:d[ée]tection|observation)",
    "(?:eerst|laatst) (?:gezien|waargenomen)",
    "(?:primera|[uú]ltima) (?:detecci[oó]n|observaci[oó]n)",
    "(?:prim[oa]|ultim[oa]) (?:rilevamento|rilevazione|osservazione)",
    "(?:detectad|vist|observad)[oa] (?:pela|por) (?:primeira|[uú]ltima) vez",
  ].join("|")})(?!\\p{L})`,
  "iu",
);
const STAMPED =
  /^[>\s*-]{0,8}(?:date ?(?:and|\/|&)? ?time|timestamp|date|time)[^\p{L}:=]{0,12}[:=]/iu;

/**
 * A link to what stands at the address: a field named for it, a defanged one (who complains does so to what harms, not to
 * his own pages), or one at the accused address. Where the field beside it is any time, only the last two tell whose it is.
 */
function isContent(text: string, isSeen: boolean, accused: Set<string>): boolean {
  const url = URL_IN.exec(text);
  if (!url) return false;
  const [whole, scheme = "", host = ""] = url;
  if (THEIRS.test(text.slice(Math.max(0, url.index - 40), url.index))) return false;
  if (/^hxx?p|^h\*\*p/i.test(scheme) || host.includes("[.]")) return true;
  if (accused.has(host.replace(/:\d{1,5}$/, ""))) return true;
  return isSeen && URL_FIELD.test(text.slice(0, url.index + whole.length));
}

/** What was attacked, whoever wrote the link so that nobody follows it. */
const THEIRS =
  /(?:target|victim|attacked|destination|request(?:ed)?|refer(?:r?er)?|our|ziel|angegriffene|cible|doel|objetivo|bersaglio|alvo)[^:=]{0,16}[:=]?[\s"']{0,4}$/i;
const URL_IN = /\b(https?|hxx?ps?):\/\/([^\s/"'<>]{3,253})/i;
const URL_FIELD = /^[>\s"'*-]{0,8}ur[li][ \t"]{0,4}[:=][ \t"]{0,4}https?:/i;
