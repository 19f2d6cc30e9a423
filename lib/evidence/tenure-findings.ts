import type { Ip } from "../net/ip.ts";
import type { RelayHistory } from "../relays/history.ts";
import { type Holding, tenuresOf } from "../relays/tenures-at.ts";
import type { Accusation } from "./accusations.ts";
import { isOpen, type Moment } from "./moments.ts";
import { list, span, utc, when } from "./phrases.ts";
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
  const found = timelines.flatMap(({ holdings }) =>
    holdings.map((holding) => heldFinding(accusation, holding, always)),
  );
  const later = moments.some((moment) => !moment.complete);
  return later ? [...found, notYetKnownFinding(accusation, moments, history)] : found;
}

function noAddressFinding(accusation: Accusation, history: RelayHistory): Finding | null {
  if (history.relays.length === 0) {
    return unheld("unknown", "No relays are known to the desk, so nothing can be checked.");
  }
  if (accusation.named.length === 0) {
    return unheld("unknown", "The complaint names no address.");
  }
  if (accusation.ours.length > 0) return null;
  return unheld("no", `No relay the desk knows of ever held ${list(accusation.named)}.`);
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
    ? `${held} ${span(tenure)}; the complaint does not say when the event was.`
    : `${held} ${always ? when(accusation) : `for only a part of the time ${when(accusation)}`} (${span(tenure)}).`;
  return {
    kind: "tenure",
    answer: always && (still || !open) ? "yes" : "unknown",
    text,
    relay: { nickname: relay.nickname, fingerprint: relay.fingerprint },
    rule: null,
    source: tenure.source,
    learnedAt: tenure.learnedAt,
  };
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
