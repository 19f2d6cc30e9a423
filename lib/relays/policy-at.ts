import type { PolicyInForce, Relay } from "./history.ts";
import { intervalsIn, type Standing, type TimeWindow } from "./intervals-in.ts";

/**
 * The policies in force in the window, in order of time. Two at the same moment are two sources that overlap: a verdict
 * must hold under both. Anything but `covered` means that for a part of the window no policy is known.
 */
export function policyAt(
  relay: Relay,
  window: TimeWindow,
): { policies: PolicyInForce[]; standing: Standing } {
  const { found, standing } = intervalsIn(relay.policies, window);
  return { policies: found, standing };
}
