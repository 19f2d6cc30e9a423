import { type Decision, decide, type Target } from "./decide.ts";
import type { Policy } from "./policy.ts";

/** Relays that share one policy. A network has thousands of relays and a few hundred port summaries. */
export type PolicyGroup<Relay> = { policy: Policy; relays: readonly Relay[] };
export type Reaching<Relay> = { decision: Decision; relays: readonly Relay[] };

/**
 * Groups relays by the text of their policy, so that each text is parsed and each policy decided only once. A text that
 * is no policy (null) leaves its relays out; they are returned in `unread`.
 */
export function groupByPolicy<Relay>(
  relays: Iterable<{ relay: Relay; text: string }>,
  parse: (text: string) => Policy | null,
): { groups: PolicyGroup<Relay>[]; unread: Relay[] } {
  const byText = new Map<string, Relay[]>();
  for (const { relay, text } of relays) {
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [relay]);
    else same.push(relay);
  }
  const groups: PolicyGroup<Relay>[] = [];
  const unread: Relay[] = [];
  for (const [text, same] of byText) {
    const policy = parse(text);
    if (policy === null) unread.push(...same);
    else groups.push({ policy, relays: same });
  }
  return { groups, unread };
}

/**
 * The relays whose policy lets a connection to the target out, certainly or probably, with the decision for each group.
 * With summaries alone every answer is only probable: an exit may still refuse the one address, or allow it alone.
 */
export function exitsReaching<Relay>(
  groups: readonly PolicyGroup<Relay>[],
  target: Target,
): Reaching<Relay>[] {
  const reaching: Reaching<Relay>[] = [];
  for (const { policy, relays } of groups) {
    const decision = decide(policy, target);
    if (decision.result.endsWith("accept")) reaching.push({ decision, relays });
  }
  return reaching;
}
