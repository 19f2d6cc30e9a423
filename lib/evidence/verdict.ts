import type { Instant } from "../time/instant.ts";

/** What the findings prove about the complaint as a whole. */
export type Verdict =
  | "port-allowed"
  | "port-rejected"
  | "relay-down"
  | "not-our-ip"
  | "not-tor-traffic"
  | "cannot-tell";

export type FindingKind = "time" | "tenure" | "role" | "uptime" | "policy" | "protocol";
/** yes: proven; no: disproven; unknown: the data does not say. */
export type Answer = "yes" | "no" | "unknown";

/**
 * One checked fact about one event. Examples: tenure yes "relay-7 held 192.0.2.7 from ... to ..."; policy no with
 * `rule: "reject *:25"`. A reply may claim only what a finding with answer yes or no says.
 */
export type Finding = {
  kind: FindingKind;
  answer: Answer;
  /** One plain English sentence, times in UTC. */
  text: string;
  relay: { nickname: string; fingerprint: string } | null;
  /** The deciding exit-policy line, policy findings only. */
  rule: string | null;
  /** e.g. "torrc", "descriptor (signed)", "the complaint". */
  source: string;
  /** How old the knowledge is: when the record, or the complaint, came to the desk. Null: no record says it; as of the check. */
  learnedAt: Instant | null;
};

/**
 * The findings about one event of the complaint: an index into `Complaint.events`, or -1 for the accused addresses that
 * no event names (then without time, and always so when the complaint has no event).
 */
export type EventFindings = { event: number; verdict: Verdict; findings: Finding[] };

export type Evidence = {
  verdict: Verdict;
  /** One plain sentence that gives the verdict's reason, with the deciding line and the time. */
  summary: string;
  events: EventFindings[];
  /** The relays of ours the complaint touches at the time of the event. */
  relays: { nickname: string; fingerprint: string; ip: string }[];
};
