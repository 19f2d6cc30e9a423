import type { Relay, RelayHistory } from "../relays/history.ts";
import { type Accusation, liesAhead } from "./accusations.ts";
import { isOpen, type Moment } from "./moments.ts";
import { list, span, utc, when } from "./phrases.ts";
import { policyFindings } from "./policy-findings.ts";
import { type RelayTimeline, relayTimelines, stretches } from "./relay-timelines.ts";
import { tenureFindings } from "./tenure-findings.ts";
import type { Answer, Finding } from "./verdict.ts";
import { isBareSyn, isNeverTor } from "./verdict-of.ts";

/** All findings about one event: time, then tenure, role, uptime and policy of each relay concerned, then protocol. */
export function findingsOf(
  accusation: Accusation,
  moments: Moment[],
  history: RelayHistory,
): Finding[] {
  const timelines = relayTimelines(moments);
  const shown = timelines.length > MAX_RELAYS ? mostTelling(timelines) : timelines;
  return [
    timeFinding(accusation),
    ...tenureFindings(accusation, moments, shown, history),
    ...(shown.length < timelines.length ? [restFinding(timelines.length - shown.length)] : []),
    ...shown.flatMap((timeline) => [
      roleFinding(accusation, timeline),
      uptimeFinding(accusation, timeline),
      ...policyFindings(accusation, timeline),
    ]),
    protocolFinding(accusation),
  ];
}

/** A whole network may be accused; all of its relays are checked, the ones that matter most are shown. */
const MAX_RELAYS = 20;
const TELLING = ["accept", "unsure", "reject"] as const;

function mostTelling(timelines: RelayTimeline[]): RelayTimeline[] {
  const rank = ({ steps }: RelayTimeline) => {
    const reaches = new Set(steps.map(({ state }) => state.reach));
    return TELLING.findIndex((reach) => reaches.has(reach));
  };
  return timelines.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_RELAYS);
}

function restFinding(count: number): Finding {
  const text = `${count} more relays of ours held accused addresses; they were checked in the same way and weigh in the verdict.`;
  return { ...FROM_RECORDS, kind: "tenure", answer: "yes", text };
}

/** Instead of a check that would hold up the desk. */
export function tooMuchFinding(accusation: Accusation): Finding {
  const text = `The complaint accuses ${accusation.ours.length} addresses of ours ${when(accusation)}, too much to check event by event; check a single address.`;
  return { ...FROM_RECORDS, kind: "tenure", answer: "unknown", text };
}

/** How a zone that was not stated is named to the operator. */
const ZONE_NOTES = {
  stated: "",
  assumed: ", in a time zone the complaint does not state",
  contradictory: ", and the complaint names two time zones that differ",
  unknown: ", and the complaint does not name the time zone",
} as const;

function timeFinding(accusation: Accusation): Finding {
  const { time } = accusation;
  const base = { ...FROM_COMPLAINT, kind: "time" as const };
  if (time === null || (time.at === null && time.earliest === null && time.latest === null)) {
    const text =
      time === null
        ? "The complaint gives no time for the event."
        : "The complaint gives a time that names no moment.";
    return { ...base, answer: "unknown", text };
  }
  if (liesAhead(accusation)) {
    const text = `The complaint gives the time ${time.text === "" ? when(accusation) : `"${shortened(time.text)}"`} for the event, which is later than the complaint itself.`;
    return { ...base, answer: "unknown", text };
  }
  const text = `The event is said to have happened ${when(accusation)}${ZONE_NOTES[time.zone]}.`;
  return { ...base, answer: time.at === null ? "unknown" : "yes", text };
}

function shortened(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 60);
}

function roleFinding(accusation: Accusation, { relay, steps }: RelayTimeline): Finding {
  const changes = stretches(steps, (step) => step.state.role);
  const [first] = changes;
  const answer: Answer = changes.length === 1 && first ? first.value : "unknown";
  const texts = {
    yes: `${relay.nickname} was an exit relay ${when(accusation)}: its exit policy allowed some connections.`,
    no: `${relay.nickname} was not an exit relay ${when(accusation)}: its exit policy rejected everything.`,
    unknown:
      changes.length > 1
        ? `${relay.nickname} did not have the same role all the time ${when(accusation)}: ${list(changes.map(({ step, value }) => `${ROLE_WORDS[value]} from ${utc(step.at)}`))}.`
        : `Whether ${relay.nickname} was an exit relay ${when(accusation)} is not known.`,
  };
  const policy = first?.step.state.policies[0];
  return aboutRelay(relay, {
    kind: "role",
    answer,
    text: texts[answer],
    source: policy?.source ?? "the desk's records",
    learnedAt: policy?.learnedAt ?? null,
  });
}

const ROLE_WORDS = { yes: "an exit", no: "not an exit", unknown: "not known" } as const;

function uptimeFinding(accusation: Accusation, { relay, steps }: RelayTimeline): Finding {
  const changes = stretches(steps, (step) => step.state.uptime);
  const only = changes.length === 1 ? changes[0] : undefined;
  const at = steps[0]?.at ?? 0;
  const before = relay.uptime.findLast((known) => known.to !== null && known.to <= at);
  const during = relay.uptime.find((known) => known.from <= at && (known.to ?? at + 1) > at);
  const evidence = during ?? before;
  const base = {
    kind: "uptime" as const,
    source: evidence?.source ?? "the desk's records",
    learnedAt: evidence?.learnedAt ?? null,
  };
  if (only?.value === "up" && during) {
    const text = `${relay.nickname} was running ${when(accusation)} (${span(during)}).`;
    return aboutRelay(relay, { ...base, answer: "yes", text });
  }
  if (only?.value === "down") {
    return aboutRelay(relay, { ...base, answer: "no", text: downText(accusation, relay, at) });
  }
  const text = unknownUptimeText(accusation, relay, changes);
  return aboutRelay(relay, { ...base, answer: "unknown", text });
}

function downText(accusation: Accusation, relay: Relay, at: number): string {
  const ends = relay.uptime.flatMap(({ to }) => (to !== null && to <= at ? [to] : []));
  const starts = relay.uptime.map(({ from }) => from).filter((from) => from > at);
  const next = starts.length > 0 ? ` and ran again from ${utc(Math.min(...starts))}` : "";
  return `${relay.nickname} was not running ${when(accusation)}: it stopped at ${utc(Math.max(...ends))}${next}.`;
}

function unknownUptimeText(
  accusation: Accusation,
  relay: Relay,
  changes: { step: { at: number }; value: string }[],
): string {
  if (changes.length > 1) {
    const parts = changes.map(({ step, value }) => `${value} from ${utc(step.at)}`);
    return `${relay.nickname} was not running all the time ${when(accusation)}: ${list(parts)}.`;
  }
  if (isOpen(accusation)) {
    return `Without the time of the event nothing can be said about whether ${relay.nickname} was running.`;
  }
  return `Nothing is known about whether ${relay.nickname} was running ${when(accusation)}.`;
}

function protocolFinding(accusation: Accusation): Finding {
  const base = { ...FROM_COMPLAINT, kind: "protocol" as const };
  const { protocol, synOnly } = accusation;
  const bare = isBareSyn(accusation);
  if (isNeverTor(accusation)) {
    const text = `The evidence is ${protocol.toUpperCase()}; Tor carries only TCP streams, so this was not traffic of a Tor user.`;
    return { ...base, answer: "no", text };
  }
  if (synOnly) {
    return { ...base, answer: bare ? "no" : "unknown", text: bare ? BARE_SYN : STOPPED_SYN };
  }
  if (protocol === "tcp") {
    return { ...base, answer: "yes", text: "The evidence is TCP, which an exit relay can carry." };
  }
  return { ...base, answer: "unknown", text: "The complaint does not name the protocol." };
}

const BARE_SYN =
  "The evidence shows single TCP SYN packets and no connection; an exit relay opens whole TCP connections, and a SYN alone can carry any forged source address.";
const STOPPED_SYN =
  "The evidence shows single TCP SYN packets that the receiving side stopped; the sender's address of a SYN can be forged, and of a real connection no more would have been seen either.";

const FROM_RECORDS = { relay: null, rule: null, source: "the desk's records", learnedAt: null };
const FROM_COMPLAINT = { ...FROM_RECORDS, source: "the complaint" };

function aboutRelay(relay: Relay, finding: Omit<Finding, "relay" | "rule">): Finding {
  const { nickname, fingerprint } = relay;
  return { ...finding, relay: { nickname, fingerprint }, rule: null };
}
