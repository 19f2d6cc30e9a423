import { ipBits } from "../net/ip-bits.ts";
import { type CompiledRules, compile, firstMatch } from "./compile.ts";
import { byRule, type Decision, decide, type Target } from "./decide.ts";
import { isExit, type Policy } from "./policy.ts";

/** Relays that share one policy. A network has thousands of relays and a few hundred port summaries. */
export type PolicyGroup<Relay> = {
  policy: Policy;
  relays: readonly Relay[];
  /** No exit: nothing is accepted in either family. */
  closed: boolean;
  /** The exact rules of each family, compiled; null where only a summary is known. */
  rules4: CompiledRules | null;
  rules6: CompiledRules | null;
};
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
    else groups.push(policyGroup(policy, same));
  }
  return { groups, unread };
}

/** A group made ready for many questions. */
export function policyGroup<Relay>(policy: Policy, relays: readonly Relay[]): PolicyGroup<Relay> {
  const closed = !isExit(policy);
  const rules4 = policy.summary4 === null && !closed ? compile(policy, 4) : null;
  const rules6 = policy.summary6 === null && !closed ? compile(policy, 6) : null;
  return { policy, relays, closed, rules4, rules6 };
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
  const decideGroup = groupDecider(target);
  for (const group of groups) {
    const decision = group.closed ? null : decideGroup(group);
    if (decision !== null) reaching.push({ decision, relays: group.relays });
  }
  return reaching;
}

type GroupDecider = (group: PolicyGroup<unknown>) => Decision | null;

/** Reads the target once for the whole network. The decision, or null when the group does not reach it. */
function groupDecider(target: Target): GroupDecider {
  const slowly: GroupDecider = ({ policy }) => {
    const decision = decide(policy, target);
    return decision.result.endsWith("accept") ? decision : null;
  };
  const { port } = target;
  const address = target.ip === null ? null : ipBits(target.ip);
  if (address === null || port === null || port === 0) return slowly;
  return (group) => {
    const list = address.family === 4 ? group.rules4 : group.rules6;
    if (list === null) return slowly(group);
    const rule = list.rules[firstMatch(list, address.words, port)];
    return rule === undefined || rule.accept ? byRule(rule) : null;
  };
}
