import type { Complaint } from "../complaints/complaint.ts";
import type { RelayHistory } from "../relays/history.ts";
import { type Accusation, accusationsIn } from "./accusations.ts";
import { findingsOf } from "./findings.ts";
import { type Moment, momentsOf } from "./moments.ts";
import { overallVerdict, summarize } from "./overall-verdict.ts";
import type { EventFindings, Evidence } from "./verdict.ts";
import { verdictOf } from "./verdict-of.ts";

/**
 * Checks a complaint against what was true then: who held the address, did the relay run, was it an exit, what did the
 * policy in force say. Pure. A verdict holds for the whole time in which the event may have happened, for every relay
 * that shared the address; whatever the desk's records do not say stays unknown.
 */
export function gatherEvidence(complaint: Complaint, history: RelayHistory): Evidence {
  const checked = accusationsIn(complaint, history).map((accusation) => {
    const moments = momentsOf(accusation, history);
    return { moments, found: checkEvent(accusation, moments, history) };
  });
  const events = checked.map(({ found }) => found);
  const verdict = overallVerdict(events);
  return {
    verdict,
    summary: summarize(verdict, events),
    events,
    relays: relaysIn(checked.flatMap(({ moments }) => moments)),
  };
}

function checkEvent(
  accusation: Accusation,
  moments: Moment[],
  history: RelayHistory,
): EventFindings {
  const checkable = history.relays.length > 0 && accusation.named.length > 0;
  return {
    event: accusation.event,
    verdict: checkable ? verdictOf(accusation, moments) : "cannot-tell",
    findings: findingsOf(accusation, moments, history),
  };
}

function relaysIn(moments: Moment[]): Evidence["relays"] {
  const found = new Map<string, Evidence["relays"][number]>();
  for (const { holding } of moments.flatMap((moment) => moment.states)) {
    const { nickname, fingerprint } = holding.relay;
    const { ip } = holding.tenure;
    found.set(`${fingerprint} ${ip}`, { nickname, fingerprint, ip });
  }
  return [...found.values()];
}
