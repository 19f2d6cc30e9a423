import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long ago something was, in one unit. `now` comes from the server. */
export function Age({ at, now }: { at: number; now: number }) {
  return <span className="whitespace-nowrap">{inWords(now - at)}</span>;
}

function inWords(ms: number): string {
  if (ms < HOUR) return words().relays.withinHour;
  if (ms < 2 * DAY) return fill(words().relays.hoursAgo, { HOUR: Math.round(ms / HOUR) });
  if (ms < 90 * DAY) return fill(words().relays.daysAgo, { DAY: Math.round(ms / DAY) });
  if (ms < 730 * DAY) return fill(words().relays.monthsAgo, { DAY: Math.round(ms / (30.4 * DAY)) });
  return fill(words().relays.yearsAgo, { DAY: Math.round(ms / (365.25 * DAY)) });
}
