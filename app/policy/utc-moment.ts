/** `2026-09-15`, `2026-09-15 04:00` or `2026-09-15T04:00Z` as an instant in UTC; empty is `now`. Null for anything else. */
export function utcMoment(text: string, now: number): number | null {
  if (text.trim() === "") return now;
  const [, day, time = "00:00:00"] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?(?: ?UTC|Z)?$/i.exec(text.trim()) ?? [];
  const at = day ? Date.parse(`${day}T${time.padEnd(8, ":00")}Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
