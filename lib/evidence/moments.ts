import type { Ip } from "../net/ip.ts";
import type { PolicyInForce, Relay, RelayHistory } from "../relays/history.ts";
import { policyAt } from "../relays/policy-at.ts";
import { type Holding, tenuresAt, tenuresOf } from "../relays/tenures-at.ts";
import { uptimeAt } from "../relays/uptime-at.ts";
import type { Instant, Interval } from "../time/instant.ts";
import type { Accusation, Target } from "./accusations.ts";
import { checkPolicy, exitRole, type PolicyCheck } from "./policy-check.ts";
import type { Answer } from "./verdict.ts";

/** A check of one target against one policy. */
export type Check = PolicyCheck & { target: Target; policy: PolicyInForce };
/** What is known of one relay at a moment. `reach`: could traffic have left there for the targets? */
export type RelayState = {
  holding: Holding;
  uptime: "up" | "down" | "unknown";
  policies: PolicyInForce[];
  role: Answer;
  checks: Check[];
  reach: "accept" | "reject" | "unsure";
};
/** What was true of the accused addresses from this instant until the next moment. */
export type Moment = {
  at: Instant;
  /** Did a relay of ours hold an accused address? */
  held: Answer;
  /** False when another accused address may have been ours as well, but the desk's knowledge begins later. */
  complete: boolean;
  states: RelayState[];
};

/**
 * Everything the desk knows only changes at the ends of its intervals, so looking at the first instant of the window and
 * at each end inside it is looking at all of it. Without a bound from the complaint the moments are those at which a
 * relay of ours is known to have held an accused address; empty when there is none.
 */
export function momentsOf(accusation: Accusation, history: RelayHistory): Moment[] {
  const holdings = accusation.ours.flatMap((ip) => tenuresOf(history, ip));
  const open = isOpen(accusation);
  if (holdings.length === 0) {
    return [{ at: accusation.earliest ?? 0, held: "no", complete: true, states: [] }];
  }
  const earliest =
    accusation.earliest ?? Math.min(...holdings.map((holding) => holding.tenure.from));
  const latest = accusation.latest ?? Number.POSITIVE_INFINITY;
  const moments = instants(holdings, earliest, latest, open).map((at) =>
    momentAt(accusation, history, at, open),
  );
  return open ? moments.filter((moment) => moment.held === "yes") : moments;
}

/** Whether the complaint leaves the time open at either end. */
export function isOpen(accusation: Accusation): boolean {
  return accusation.earliest === null || accusation.latest === null;
}

function instants(holdings: Holding[], earliest: Instant, latest: Instant, open: boolean) {
  const relays = new Set(holdings.map((holding) => holding.relay));
  const intervals: Interval[] = holdings.map((holding) => holding.tenure);
  for (const relay of relays) {
    intervals.push(...relay.policies);
    if (!open) intervals.push(...relay.uptime);
  }
  const ends = intervals.flatMap((interval) => [interval.from, interval.to ?? interval.from]);
  const inside = ends.filter((at) => earliest < at && at <= latest);
  if (earliest > latest) return [];
  return [...new Set([earliest, ...inside])].sort((a, b) => a - b);
}

function momentAt(
  accusation: Accusation,
  history: RelayHistory,
  at: Instant,
  open: boolean,
): Moment {
  const window = { earliest: at, latest: at };
  const answers = accusation.ours.map((ip) => tenuresAt(history, ip, window));
  const holdings = answers.flatMap((answer) => answer.holdings);
  const mayBe = answers.some((answer) => answer.standing === "before");
  return {
    at,
    held: heldAnswer(holdings.length > 0, mayBe),
    complete: !mayBe,
    states: holdings.map((holding) => relayState(accusation, holding, at, open)),
  };
}

function heldAnswer(held: boolean, mayBe: boolean): Answer {
  if (held) return "yes";
  return mayBe ? "unknown" : "no";
}

function relayState(
  accusation: Accusation,
  holding: Holding,
  at: Instant,
  open: boolean,
): RelayState {
  const window = { earliest: at, latest: at };
  const { policies } = policyAt(holding.relay, window);
  const addresses = addressesAt(holding.relay, at);
  const checks = policies.flatMap((policy) =>
    accusation.targets.map((target) => ({
      ...checkPolicy(policy, addresses, target),
      target,
      policy,
    })),
  );
  return {
    holding,
    uptime: open ? "unknown" : upOrDown(holding.relay, at),
    policies,
    role: agreed(policies.map((policy) => exitRole(policy, addresses))),
    checks,
    reach: reachOf(checks, accusation.targets),
  };
}

function upOrDown(relay: Relay, at: Instant): RelayState["uptime"] {
  const { answer } = uptimeAt(relay, { earliest: at, latest: at });
  return answer === "up" || answer === "down" ? answer : "unknown";
}

function addressesAt(relay: Relay, at: Instant): Ip[] {
  return relay.tenures
    .filter((tenure) => tenure.from <= at && (tenure.to === null || at < tenure.to))
    .map((tenure) => tenure.ip);
}

function agreed(answers: Answer[]): Answer {
  const [first = "unknown"] = answers;
  return answers.every((answer) => answer === first) ? first : "unknown";
}

/** Where a complaint leaves several targets open, one that could be reached is enough, and refuting takes them all. */
function reachOf(checks: Check[], targets: Target[]): RelayState["reach"] {
  const answers = targets.map((target) => targetAnswer(checks, target));
  if (answers.includes("accept")) return "accept";
  return answers.length > 0 && answers.every((answer) => answer === "reject") ? "reject" : "unsure";
}

/** Two policies at one moment are two sources that overlap: only what both say is known. */
function targetAnswer(checks: Check[], target: Target): RelayState["reach"] {
  const answers = checks.filter((check) => check.target === target).map((check) => check.answer);
  const [first = "unsure"] = answers;
  return answers.every((answer) => answer === first) ? first : "unsure";
}
