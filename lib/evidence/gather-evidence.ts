import type { Complaint } from "../complaints/complaint.ts";
import type { RelayHistory } from "../relays/history.ts";
import type { Instant } from "../time/instant.ts";
import { type Accusation, accusationsIn } from "./accusations.ts";
import { findingsOf, tooMuchFinding } from "./findings.ts";
import { costOf, type Moment, momentsOf } from "./moments.ts";
import { decidingFindings, overallVerdict, summarize } from "./overall-verdict.ts";
import type { EventFindings, Evidence } from "./verdict.ts";
import { verdictOf } from "./verdict-of.ts";
import { withAge } from "./with-age.ts";

/**
 * Checks a complaint against what was true then: who held the address, did the relay run, was it an exit, what did the
 * policy in force say. Pure. A verdict holds for the whole time in which the event may have happened, for every relay
 * that shared the address; whatever the desk's records do not say stays unknown. `receivedAt` is when the complaint came
 * in, where that is known: nothing later can have happened.
 */
export function gatherEvidence(
  complaint: Complaint,
  history: RelayHistory,
  receivedAt: Instant | null = null,
): Evidence {
  const check = checkerFor(history);
  const toldAt = receivedAt ?? complaint.message.date;
  const checked = accusationsIn(complaint, history, receivedAt).map((accusation, index) => {
    const { relays, ...found } = check(accusation);
    const findings = withAge(index < DETAILED ? found.findings : decidingFindings(found), toldAt);
    return { relays, event: { ...found, event: accusation.event, findings } };
  });
  const events = checked.map(({ event }) => event);
  const verdict = overallVerdict(events);
  return {
    verdict,
    summary: summarize(verdict, events),
    events,
    relays: distinct(checked.flatMap(({ relays }) => relays)),
  };
}

/** A scan lists hundreds of rows; from here on an event keeps only the findings its verdict stands on. */
const DETAILED = 100;
/** A network of ours accused over years, event by event, must not hold up the desk: about a second or two of work. */
const MAX_COST = 250_000;

type Checked = Omit<EventFindings, "event"> & { relays: Evidence["relays"] };

/** Checks one accusation after the other; the same accusation is checked once. */
function checkerFor(history: RelayHistory): (accusation: Accusation) => Checked {
  const known = new Map<string, Checked>();
  let spent = 0;
  return (accusation) => {
    const key = JSON.stringify({ ...accusation, event: 0 });
    const before = known.get(key);
    if (before !== undefined) return before;
    if (spent <= MAX_COST) spent += costOf(accusation, history);
    const checked = spent > MAX_COST ? unchecked(accusation) : checkAccusation(accusation, history);
    known.set(key, checked);
    return checked;
  };
}

function unchecked(accusation: Accusation): Checked {
  return { verdict: "cannot-tell", findings: [tooMuchFinding(accusation)], relays: [] };
}

function checkAccusation(accusation: Accusation, history: RelayHistory): Checked {
  const moments = momentsOf(accusation, history);
  const checkable = history.relays.length > 0 && accusation.named.length > 0;
  return {
    verdict: checkable ? verdictOf(accusation, moments) : "cannot-tell",
    findings: findingsOf(accusation, moments, history),
    relays: relaysIn(moments),
  };
}

function relaysIn(moments: Moment[]): Evidence["relays"] {
  const holdings = new Set(moments.flatMap(({ states }) => states.map(({ holding }) => holding)));
  return [...holdings].map(({ relay, tenure }) => ({
    nickname: relay.nickname,
    fingerprint: relay.fingerprint,
    ip: tenure.ip,
  }));
}

function distinct(relays: Evidence["relays"]): Evidence["relays"] {
  return [...new Map(relays.map((each) => [`${each.fingerprint} ${each.ip}`, each])).values()];
}
