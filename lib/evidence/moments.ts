import type { Ip } from "../net/ip.ts";
import type { PolicyInForce, Relay, RelayHistory } from "../relays/history.ts";
import { policyAt } from "../relays/policy-at.ts";
import { type Holding, tenuresAt, tenuresOf } from "../relays/tenures-at.ts";
import { uptimeAt } from "../relays/uptime-at.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { type Accusation, liesAhead, type Target } from "./accusations.ts";
import { effectivePolicy } from "./effective-policy.ts";
import { knownUntil, runKnownUntil } from "./known-until.ts";
import { checkPolicy, exitRole, type PolicyCheck } from "./policy-check.ts";
import type { Answer } from "./verdict.ts";

/** A check of one target against one policy. */
export type Check = PolicyCheck & { target: Target; policy: PolicyInForce };
/** What is known of one relay at a moment. `reach`: could traffic have left there for the targets? */
export type RelayState = {
  holding: Holding;
  /** False: it held the address when last seen, too long ago to say that it still did. */
  certain: boolean;
  uptime: "up" | "down" | "unknown";
  policies: PolicyInForce[];
  role: Answer;
  checks: Map<Target, Check[]>;
  reach: "accept" | "reject" | "unsure";
};
/** What was true of the accused addresses from this instant until the next moment. */
export type Moment = {
  at: Instant;
  /** Did a relay of ours hold an accused address? */
  held: Answer;
  /** False when more relays of ours may have held accused addresses, but the desk's knowledge does not reach there. */
  complete: boolean;
  states: RelayState[];
};

/**
 * Everything the desk knows only changes at the ends of its intervals, so looking at the first instant of the window and
 * at each end inside it is looking at all of it. Without a bound from the complaint the moments are those at which a
 * relay of ours is known to have held an accused address; empty when there is none.
 */
export function momentsOf(accusation: Accusation, history: RelayHistory): Moment[] {
  const open = isOpen(accusation);
  if (accusation.ours.length === 0) {
    return [{ at: accusation.earliest ?? 0, held: "no", complete: true, states: [] }];
  }
  if (liesAhead(accusation)) return [];
  const stateAt = relayStates(accusation, open);
  const moments = instantsOf(accusation, history).map((at) =>
    momentAt(accusation, history, at, stateAt),
  );
  return open ? moments.filter((moment) => moment.held === "yes") : moments;
}

/** About how much work {@link momentsOf} is: relays looked at, and targets checked at each change of a relay. */
export function costOf(accusation: Accusation, history: RelayHistory): number {
  const { ours, targets } = accusation;
  const changes = ours
    .flatMap((ip) => tenuresOf(history, ip))
    .reduce((sum, { relay }) => sum + ownEnds(relay, isOpen(accusation)).length, 1);
  const looks = ours.length * instantsOf(accusation, history).length;
  return looks + Math.min(looks, changes) * targets.length;
}

/** Whether the complaint leaves the time open at either end. */
export function isOpen(accusation: Accusation): boolean {
  return accusation.earliest === null || accusation.latest === null;
}

/** The first instant of the window and every end of an interval inside it. */
function instantsOf(accusation: Accusation, history: RelayHistory): Instant[] {
  const holdings = accusation.ours.flatMap((ip) => tenuresOf(history, ip));
  const first = Math.min(...holdings.map((holding) => holding.tenure.from));
  const earliest = accusation.earliest ?? first;
  const latest = accusation.latest ?? Number.POSITIVE_INFINITY;
  if (earliest > latest) return [];
  const relays = [...new Set(holdings.map((holding) => holding.relay))];
  const ends = [
    ...holdings.flatMap(({ tenure }) => endsOf([tenure], knownUntil)),
    ...relays.flatMap((relay) => ownEnds(relay, isOpen(accusation))),
  ];
  const inside = ends.filter((at) => earliest < at && at <= latest);
  return [...new Set([earliest, ...inside])].sort((a, b) => a - b);
}

/** Where what is known of a relay may change. Runs do not count when the time of the event is not known. */
function ownEnds(relay: Relay, open: boolean): Instant[] {
  const known = ENDS.get(relay) ?? endsOfRelay(relay);
  ENDS.set(relay, known);
  return open ? known.withoutRuns : known.all;
}

const ENDS = new WeakMap<Relay, { all: Instant[]; withoutRuns: Instant[] }>();

function endsOfRelay({ tenures, policies, uptime, unsure = [] }: Relay) {
  const withoutRuns = [
    ...new Set([...endsOf(tenures, knownUntil), ...endsOf(policies, knownUntil)]),
  ];
  const runs = [...endsOf(uptime, runKnownUntil), ...endsOf(unsure, ({ from }) => from)];
  return { all: [...new Set([...withoutRuns, ...runs])], withoutRuns };
}

/** Where the records begin, end, and stop to be certain. */
function endsOf<T extends Interval>(
  records: readonly T[],
  until: (record: T) => Instant,
): Instant[] {
  return records.flatMap((record) =>
    [record.from, record.to ?? record.from, until(record)].filter(Number.isFinite),
  );
}

function momentAt(
  accusation: Accusation,
  history: RelayHistory,
  at: Instant,
  stateAt: StateAt,
): Moment {
  const window = { earliest: at, latest: at };
  const answers = accusation.ours.map((ip) => tenuresAt(history, ip, window));
  const states = answers.flatMap(({ holdings }) => holdings.map((each) => stateAt(each, at)));
  const mayBe =
    answers.some((answer) => answer.standing === "before") ||
    states.some((state) => !state.certain);
  const held = states.some((state) => state.certain);
  return { at, held: heldAnswer(held, mayBe), complete: !mayBe, states };
}

function heldAnswer(held: boolean, mayBe: boolean): Answer {
  if (held) return "yes";
  return mayBe ? "unknown" : "no";
}

type StateAt = (holding: Holding, at: Instant) => RelayState;

/** The state of a relay, worked out once for each stretch between two of its own changes. Ask in order of time. */
function relayStates(accusation: Accusation, open: boolean): StateAt {
  const latest = new Map<Holding, { state: RelayState; until: Instant }>();
  return (holding, at) => {
    const known = latest.get(holding);
    if (known !== undefined && at < known.until) return known.state;
    const later = ownEnds(holding.relay, open).filter((end) => end > at);
    const state = relayState(accusation, holding, at, open);
    latest.set(holding, { state, until: Math.min(Number.POSITIVE_INFINITY, ...later) });
    return state;
  };
}

function relayState(
  accusation: Accusation,
  holding: Holding,
  at: Instant,
  open: boolean,
): RelayState {
  const policies = policyAt(holding.relay, { earliest: at, latest: at }).policies.filter(
    (policy) => at < knownUntil(policy),
  );
  const addresses = addressesAt(holding.relay, at);
  const read = policies.map((policy) => ({
    policy,
    effective: effectivePolicy(policy, addresses),
  }));
  const checks = new Map<Target, Check[]>();
  for (const target of accusation.targets) {
    const each = read.map(({ policy, effective }) => ({
      ...checkPolicy(effective, target),
      policy,
      target,
    }));
    checks.set(target, each);
  }
  return {
    holding,
    certain: at < knownUntil(holding.tenure),
    uptime: open ? "unknown" : upOrDown(holding.relay, at),
    policies,
    role: agreed(read.map(({ effective }) => exitRole(effective))),
    checks,
    reach: reachOf([...checks.values()]),
  };
}

function upOrDown(relay: Relay, at: Instant): RelayState["uptime"] {
  const { answer, intervals } = uptimeAt(relay, { earliest: at, latest: at });
  if (answer === "up") return intervals.some((run) => at < runKnownUntil(run)) ? "up" : "unknown";
  if (answer !== "down") return "unknown";
  const ended = relay.uptime.filter(({ to }) => to !== null && to <= at);
  const isKnown = ended.some((run) => at < runKnownUntil(run)) || startsAfter(relay, at);
  return isKnown ? "down" : "unknown";
}

/** Between a stop and the next start the logs tell of nothing else. */
function startsAfter({ uptime }: Relay, at: Instant): boolean {
  return uptime.some(({ from }) => from > at);
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
function reachOf(checks: Check[][]): RelayState["reach"] {
  const answers = checks.map(targetAnswer);
  if (answers.includes("accept")) return "accept";
  return answers.length > 0 && answers.every((answer) => answer === "reject") ? "reject" : "unsure";
}

/** Two policies at one moment are two sources that overlap: only what both say is known. */
function targetAnswer(checks: Check[]): RelayState["reach"] {
  const [first] = checks;
  if (first === undefined) return "unsure";
  return checks.every((check) => check.answer === first.answer) ? first.answer : "unsure";
}
