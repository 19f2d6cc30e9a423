/**
 * The facts a template may name in `{{fact "..."}}` and `{{#given "..."}}`, with what to tell an operator whose letter
 * lacks one. What only the operator knows (`hostCheck`, `answer`,
 * `ownRecord`) is always a gap.
 */
export const FACT_NAMES = {
  operatorName: "your name, as letters give it",
  signature: "your signature",
  noticeUrl: "the address of your exit notice page",
  logStatement: "your own approved sentence about logs",
  counsel: "your lawyer's address",
  provider: "the provider that passed the complaint on",
  ticket: "the provider's ticket number",
  reference: "the complainant's case number",
  work: "the title of the claimed work",
  sender: "who wrote the complaint, as the mail says",
  deadline: "the deadline, as the mail says",
  complaintSubject: "the subject of the complaint",
  address: "the accused address",
  relay: "the name of our relay",
  destinationIp: "the address that was reached",
  destinationPort: "the port that was reached",
  sourcePort: "the port on our side",
  protocol: "the protocol of the evidence",
  eventTime: "when it happened, in UTC",
  reportedTime: "when it happened, as the report writes it",
  eventDay: "the day it happened",
  rule: "the deciding line of the exit policy",
  tenureFinding: "what we know about who held the address",
  uptimeFinding: "what we know about when the relay ran",
  protocolFinding: "what the evidence says about the protocol",
  evidence: "the table of what was checked",
  exonerator: "link to the public archive of relays for that day",
  received: "when the mail reached us",
  replySubject: "the subject of the answer",
  complaintType: "the kind of complaint",
  hostCheck: "what your own check of the server found",
  answer: "your answer to the point the provider raises",
  ownRecord: "what you know yourself about that moment, beyond the desk's record",
  summary: "the verdict in one sentence",
} as const;
export type FactName = keyof typeof FACT_NAMES;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACT_NAMES, name);
}
