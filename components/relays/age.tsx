const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long ago something was, in one unit. `now` comes from the server. */
export function Age({ at, now }: { at: number; now: number }) {
  return <span className="whitespace-nowrap">{inWords(now - at)}</span>;
}

function inWords(ms: number): string {
  if (ms < HOUR) return "within the hour";
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)} h ago`;
  if (ms < 90 * DAY) return `${Math.round(ms / DAY)} days ago`;
  if (ms < 730 * DAY) return `${Math.round(ms / (30.4 * DAY))} months ago`;
  return `${Math.round(ms / (365.25 * DAY))} years ago`;
}
