import type { Instant, Interval } from "../time/instant.ts";
import type { Confirmed, Sourced } from "./history.ts";

/** What a person wrote down holds, as far as they know, when they hand it in. Everything else was seen at a moment. */
const SPOKEN = ["torrc", "operator"];

/** When an interval was last known to be so: how old the news is, which is not when the desk was told. */
export function lastSeen(known: Interval & Sourced & Confirmed): Instant {
  const seen = known.confirmedAt ?? known.from;
  const spoken = SPOKEN.some((word) => known.source.startsWith(word));
  if (known.to === null) return spoken ? Math.max(seen, known.learnedAt) : seen;
  return Math.max(seen, known.to);
}
