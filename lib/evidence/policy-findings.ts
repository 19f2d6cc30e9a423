import type { Instant } from "../time/instant.ts";
import type { Accusation, Target } from "./accusations.ts";
import { lastSeen } from "./known-until.ts";
import { type Check, isOpen } from "./moments.ts";
import { destination, list, REMEDY, recorded, utc, when } from "./phrases.ts";
import { type RelayTimeline, stretches } from "./relay-timelines.ts";
import type { Answer, Finding } from "./verdict.ts";

/** What the exit policy of one relay said about each target: one finding for all targets with the same answer and line. */
export function policyFindings(accusation: Accusation, timeline: RelayTimeline): Finding[] {
  const groups = new Map<string, Outcome & { targets: Target[] }>();
  for (const target of accusation.targets) {
    const outcome = outcomeFor(target, accusation, timeline);
    const key = JSON.stringify([outcome.answer, outcome.rule, outcome.text("")]);
    const group = groups.get(key) ?? { ...outcome, targets: [] };
    group.targets.push(target);
    groups.set(key, group);
  }
  const { nickname, fingerprint } = timeline.relay;
  return [...groups.values()].map(({ answer, rule, text, check, targets }) => ({
    kind: "policy",
    answer,
    text: [
      text(list(targets.map(destination))),
      accusation.portReason,
      answer === "no" && targets.some(({ port }) => isRelayPort(port)) ? OTHER_RELAYS : null,
    ]
      .filter((sentence) => sentence !== null)
      .join(" "),
    relay: { nickname, fingerprint },
    rule,
    source: check?.policy.source ?? "the desk's records",
    learnedAt: check?.policy.learnedAt ?? null,
  }));
}

/** The ports relays listen on by custom: ORPort 9001, DirPort 9030. On 443 a complaint about a relay would be rare. */
function isRelayPort(port: number | null): boolean {
  return port === 9001 || port === 9030;
}

/** An exit policy is about what leaves the network, not about the links inside it. */
const OTHER_RELAYS =
  "A relay also connects to other relays, often to this port; should a Tor relay run there, that is what was seen, and no exit policy concerns it.";

type Step = { at: Instant; checks: Check[] };
type Outcome = {
  answer: Answer;
  rule: string | null;
  text: (targets: string) => string;
  check: Check | null;
};

function outcomeFor(target: Target, accusation: Accusation, timeline: RelayTimeline): Outcome {
  const steps: Step[] = timeline.steps.map(({ at, state }) => ({
    at,
    checks: state.checks.get(target) ?? [],
  }));
  const found = stretches(steps, ({ checks }) => checks, sameChecks);
  const all = found.flatMap(({ value }) => value);
  const [first] = all;
  const name = timeline.relay.nickname;
  if (first === undefined || found.some(({ value }) => value.length === 0)) {
    return unknownPolicy(accusation, timeline, all);
  }
  const policy = `The exit policy of ${name} ${when(accusation)}`;
  if (found.length > 1 || all.length > 1) return severalPolicies(policy, found, all);
  const inForce = `in force ${recorded(first.policy)}`;
  if (first.answer === "unsure") {
    const text = (targets: string) => unsureText(policy, inForce, targets, first, accusation);
    return { answer: "unknown", rule: first.rule, text, check: first };
  }
  const line = first.rule === null ? first.note : `by the line \`${first.rule}\``;
  const always = isOpen(accusation) ? ALWAYS : "";
  const text = (targets: string) =>
    `${policy} ${WORDS[first.answer]} ${targets} ${line} (${inForce})${always}.`;
  return { answer: ANSWERS[first.answer], rule: first.rule, text, check: first };
}

/** The port trap: what a notice lists may be the port on our side, which no policy looks at. */
function unsureText(
  policy: string,
  inForce: string,
  targets: string,
  { target, note }: Check,
  { sourcePort }: Accusation,
): string {
  if (target.port !== null) return `${policy} (${inForce}) does not settle ${targets}: ${note}.`;
  const ours =
    sourcePort === null
      ? ""
      : `; port ${sourcePort} is on the accused side, where no exit policy looks`;
  return `The complaint gives no destination port${ours}. ${policy} (${inForce}) cannot be tested by line: ${note}.`;
}

const ALWAYS = ", as for all the time it is known to have held the address";
const WORDS = { accept: "allowed", reject: "rejected", unsure: "left open" } as const;
const ANSWERS = { accept: "yes", reject: "no", unsure: "unknown" } as const;

/** The policy changed in the time in question, or two sources give one each. */
function severalPolicies(
  policy: string,
  found: { step: Step; value: Check[] }[],
  all: Check[],
): Outcome {
  const parts = found.flatMap(({ step, value }) =>
    value.map((check) => {
      const line = check.rule === null ? "" : ` by \`${check.rule}\``;
      return `${WORDS[check.answer]}${line} from ${utc(step.at)} (${check.policy.source})`;
    }),
  );
  const [first] = all;
  const agreed = all.every((check) => check.answer === first?.answer);
  const answer = agreed && first ? ANSWERS[first.answer] : "unknown";
  const verb = agreed ? "gave the same answer" : "did not give one answer";
  return {
    answer,
    rule: first?.rule ?? null,
    text: (targets) => `${policy} ${verb} for ${targets}: ${list(parts)}.`,
    check: first ?? null,
  };
}

function unknownPolicy(
  accusation: Accusation,
  { relay, steps }: RelayTimeline,
  known: Check[],
): Outcome {
  const at = steps[0]?.at ?? 0;
  const starts = relay.policies.map(({ from }) => from).filter((from) => from > at);
  const next = starts.length > 0 ? `; the next one known is from ${utc(Math.min(...starts))}` : "";
  const part = known.length > 0 ? " for all of that time" : "";
  const stale = relay.policies.findLast((policy) => policy.from <= (steps.at(-1)?.at ?? at));
  const seen = stale ? `; the last one was seen at ${utc(lastSeen(stale))} (${stale.source})` : "";
  const remedy = stale ? ` ${REMEDY}` : "";
  const text = () =>
    `The exit policy of ${relay.nickname} ${when(accusation)} is not known${part}${seen}${next}.${remedy}`;
  return { answer: "unknown", rule: null, text, check: null };
}

function sameChecks(a: Check[], b: Check[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (check, index) =>
        check.answer === b[index]?.answer &&
        check.rule === b[index]?.rule &&
        check.policy === b[index]?.policy,
    )
  );
}
