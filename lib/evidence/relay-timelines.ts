import type { Relay } from "../relays/history.ts";
import type { Holding } from "../relays/tenures-at.ts";
import type { Instant } from "../time/instant.ts";
import type { Moment, RelayState } from "./moments.ts";

/** What is known of one relay at each moment at which it held an accused address. */
export type RelayTimeline = {
  relay: Relay;
  holdings: Holding[];
  steps: { at: Instant; state: RelayState }[];
};

/** The moments, relay by relay, in the order of the history. */
export function relayTimelines(moments: Moment[]): RelayTimeline[] {
  const timelines = new Map<Relay, RelayTimeline>();
  for (const { at, states } of moments) {
    for (const state of states) {
      const { relay } = state.holding;
      const timeline = timelines.get(relay) ?? { relay, holdings: [], steps: [] };
      timelines.set(relay, timeline);
      if (!timeline.holdings.includes(state.holding)) timeline.holdings.push(state.holding);
      const last = timeline.steps.at(-1);
      if (last?.at !== at && last?.state !== state) timeline.steps.push({ at, state });
    }
  }
  return [...timelines.values()];
}

/** The stretches over which something stayed the same, each from where it began. */
export function stretches<S, T>(
  steps: readonly S[],
  of: (step: S) => T,
  same: (a: T, b: T) => boolean = Object.is,
): { step: S; value: T }[] {
  const found: { step: S; value: T }[] = [];
  for (const step of steps) {
    const value = of(step);
    const last = found.at(-1);
    if (last === undefined || !same(last.value, value)) found.push({ step, value });
  }
  return found;
}
