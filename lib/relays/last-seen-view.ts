import type { Instant, Interval } from "../time/instant.ts";
import type { Confirmed, Sourced } from "./history.ts";

/** What a person wrote down holds, as far as they know, when they hand it in. Everything else was seen at a moment. */
const SPOKEN = ["torrc", "operator"];

/** When an address or a policy was last seen to be so: how old the news is, which is not when the desk was told. */
export function lastSeen(known: Interval & Sourced & Confirmed): Instant {
  const seen = known.confirmedAt ?? known.from;
  const isSpoken = SPOKEN.some((word) => known.source.startsWith(word));
  return isSpoken && known.to === null ? Math.max(seen, known.learnedAt) : seen;
}
