import type { Answer, EventFindings, Evidence, FindingKind, Verdict } from "../evidence/verdict.ts";

const KINDS: readonly FindingKind[] = ["time", "tenure", "role", "uptime", "policy", "protocol"];

/** What an event's verdict says where several relays share an address and their findings differ. */
const DECIDED_BY: Partial<Record<Verdict, { kind: FindingKind; answer: Answer }>> = {
  "port-allowed": { kind: "policy", answer: "yes" },
  "port-rejected": { kind: "policy", answer: "no" },
  "relay-down": { kind: "uptime", answer: "no" },
  "not-our-ip": { kind: "tenure", answer: "no" },
};

/**
 * One answer for each kind of finding over the events that carry the complaint's verdict: yes or no only when it holds
 * for all of them, else unknown. A letter may claim no more than this.
 */
export function findingAnswers(evidence: Evidence): Record<FindingKind, Answer> {
  const events = evidence.events.filter(({ verdict }) => verdict === evidence.verdict);
  const answers = Object.fromEntries(
    KINDS.map((kind) => [kind, agreed(events.map((event) => answerIn(event, kind)))]),
  ) as Record<FindingKind, Answer>;
  // A policy that accepts a port is what makes a relay an exit.
  if (answers.policy === "yes" && answers.role === "unknown") answers.role = "yes";
  return answers;
}

function answerIn(event: EventFindings, kind: FindingKind): Answer {
  const given = event.findings.filter((finding) => finding.kind === kind);
  const decided = DECIDED_BY[event.verdict];
  if (decided?.kind === kind && given.some(({ answer }) => answer === decided.answer))
    return decided.answer;
  return agreed(given.map(({ answer }) => answer));
}

function agreed(answers: Answer[]): Answer {
  const [first = "unknown"] = answers;
  return answers.every((answer) => answer === first) ? first : "unknown";
}
