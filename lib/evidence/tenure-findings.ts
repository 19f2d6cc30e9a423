import type { Ip } from "../net/ip.ts";
import type { Relay, RelayHistory } from "../relays/history.ts";
import { type Holding, tenuresOf } from "../relays/tenures-at.ts";
import { type Accusation, liesAhead } from "./accusations.ts";
import { lastSeen } from "./known-until.ts";
import { isOpen, type Moment } from "./moments.ts";
import { list, REMEDY, recorded, span, utc, when } from "./phrases.ts";
import type { RelayTimeline } from "./relay-timelines.ts";
import type { Finding } from "./verdict.ts";

/** Whose the accused addresses were: one finding a relay that held one, else one that says why none did. */
export function tenureFindings(
  accusation: Accusation,
  moments: Moment[],
  timelines: RelayTimeline[],
  history: RelayHistory,
): Finding[] {
  const nobody = noAddressFinding(accusation, history);
  if (nobody !== null) return [nobody];
  if (timelines.length === 0) return [notHeldFinding(accusation, moments, history)];
  const always = moments.every((moment) => moment.held === "yes");
  const certain = new Set(
    timelines.flatMap(({ steps }) =>
      steps.flatMap(({ state }) => (state.certain ? [state.holding] : [])),
    ),
  );
  const found = timelines.flatMap(({ holdings }) =>
    holdings.map((holding) =>
      certain.has(holding)
        ? heldFinding(accusation, holding, always)
        : staleFinding(accusation, holding),
    ),
  );
  const later = moments.some((moment) => !moment.complete) && beginsLater(accusation, history);
  return later ? [...found, notYetKnownFinding(accusation, moments, history)] : found;
}

function noAddressFinding(accusation: Accusation, history: RelayHistory): Finding | null {
  if (history.relays.length === 0) {
    return unheld("unknown", "No relays are known to the desk, so nothing can be checked.");
  }
  if (accusation.named.length === 0) {
    return unheld("unknown", "The complaint names no address.");
  }
  if (accusation.ours.length === 0) {
    return unheld("no", `No relay the desk knows of ever held ${list(accusation.named)}.`);
  }
  if (!liesAhead(accusation)) return null;
  const text = `Whose ${list(accusation.ours)} will be at a time later than the complaint nobody knows; ask for the right time.`;
  return unheld("unknown", text);
}

function heldFinding(accusation: Accusation, { relay, tenure }: Holding, always: boolean): Finding {
  const inside = accusation.named.includes(tenure.ip)
    ? ""
    : ` (inside the accused ${list(accusation.named)})`;
  const held = `${relay.nickname} held ${tenure.ip}${inside}`;
  // Without a time only an address still held when the complaint was written counts as ours at the time.
  const open = isOpen(accusation);
  const still = tenure.to === null || (accusation.latest ?? Number.POSITIVE_INFINITY) < tenure.to;
  const text = open
    ? `${held} ${recorded(tenure)}; the complaint does not say when the event was.`
    : `${held} ${always ? when(accusation) : `for only a part of the time ${when(accusation)}`} (${recorded(tenure)}).`;
  return {
    kind: "tenure",
    answer: always && (still || !open) ? "yes" : "unknown",
    text,
    relay: named(relay),
    rule: null,
    source: tenure.source,
    learnedAt: tenure.learnedAt,
  };
}

/** The record is too old to say that the address was still held; the remedy stands beside it. */
function staleFinding(accusation: Accusation, { relay, tenure }: Holding): Finding {
  const { ip, source, learnedAt } = tenure;
  const text = `Whether ${relay.nickname} still held ${ip} ${when(accusation)} is not known: that was last seen at ${utc(lastSeen(tenure))} (${source}). ${REMEDY}`;
  return { ...unheld("unknown", text), relay: named(relay), source, learnedAt };
}

/** No relay held an accused address at any moment: it was given up before, or the desk's knowledge begins later. */
function notHeldFinding(accusation: Accusation, moments: Moment[], history: RelayHistory): Finding {
  if (moments.length > 0 && moments.every((moment) => moment.held === "no")) {
    const known = accusation.ours.flatMap((ip) => describeTenures(ip, history));
    return unheld(
      "no",
      `No relay of ours held ${list(accusation.ours)} ${when(accusation)}: ${list(known)}.`,
    );
  }
  return notYetKnownFinding(accusation, moments, history);
}

function notYetKnownFinding(
  accusation: Accusation,
  moments: Moment[],
  history: RelayHistory,
): Finding {
  const at = moments[0]?.at ?? accusation.latest ?? Number.NEGATIVE_INFINITY;
  const first = accusation.ours
    .map((ip) => ({ ip, from: Math.min(...tenuresOf(history, ip).map((h) => h.tenure.from)) }))
    .filter(({ from }) => from > at)
    .map(({ ip, from }) => `${ip} only from ${utc(from)} on`);
  return unheld(
    "unknown",
    `Whether an accused address was ours ${when(accusation)} is not known: the desk knows of ${list(first)}.`,
  );
}

function named({ nickname, fingerprint }: Relay): Finding["relay"] {
  return { nickname, fingerprint };
}

/** Whether the first record of an accused address lies inside or after the window. */
function beginsLater({ ours, earliest }: Accusation, history: RelayHistory): boolean {
  if (earliest === null) return false;
  return ours.some((ip) => tenuresOf(history, ip).every(({ tenure }) => tenure.from > earliest));
}

function describeTenures(ip: Ip, history: RelayHistory): string[] {
  return tenuresOf(history, ip).map(
    ({ relay, tenure }) => `${relay.nickname} held ${ip} ${span(tenure)}`,
  );
}

function unheld(answer: Finding["answer"], text: string): Finding {
  return {
    kind: "tenure",
    answer,
    text,
    relay: null,
    rule: null,
    source: "the desk's records",
    learnedAt: null,
  };
}
