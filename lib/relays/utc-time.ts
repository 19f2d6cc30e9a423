import type { Instant } from "../time/instant.ts";

/** The one form of a time in Tor's documents, `YYYY-MM-DD HH:MM:SS`, always UTC (dir-spec 1.2). Null for any other. */
export function utcTime(text: string | undefined): Instant | null {
  if (text === undefined || !/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$/.test(text))
    return null;
  const at = Date.parse(`${text.replace(" ", "T")}Z`);
  return Number.isNaN(at) ? null : at;
}
