import { list } from "./phrases.ts";
import type { EventFindings, Finding, Verdict } from "./verdict.ts";

/**
 * Least favourable to us first. A complaint is refuted as a whole only when each of its events is: one event the policy
 * allowed outweighs the others, and so does one we cannot tell.
 */
const WORST_FIRST: Verdict[] = [
  "port-allowed",
  "cannot-tell",
  "not-tor-traffic",
  "port-rejected",
  "relay-down",
  "not-our-ip",
];

/** The verdict about the complaint as a whole. Events about addresses that were never ours do not weigh. */
export function overallVerdict(events: EventFindings[]): Verdict {
  return (
    WORST_FIRST.find((verdict) => events.some((event) => event.verdict === verdict)) ??
    "cannot-tell"
  );
}

/** The reason in one or two plain sentences: the deciding finding, and how many events got which verdict. */
export function summarize(verdict: Verdict, events: EventFindings[]): string {
  const deciding = events.find((event) => event.verdict === verdict);
  const reason = deciding === undefined ? NOTHING_SETTLES : reasonFor(deciding);
  if (events.length < 2) return reason;
  const counts = WORST_FIRST.flatMap((each) => {
    const count = events.filter((event) => event.verdict === each).length;
    return count > 0 ? [`${count} ${COUNT_WORDS[each]}`] : [];
  });
  return `Of ${events.length} events ${list(counts)}. ${reason}`;
}

const COUNT_WORDS: Record<Verdict, string> = {
  "port-allowed": "went where the exit policy allowed it",
  "port-rejected": "went where the exit policy rejected it",
  "relay-down": "happened while the relay was not running",
  "not-our-ip": "concern an address that was not ours",
  "not-tor-traffic": "cannot be traffic of a Tor exit",
  "cannot-tell": "cannot be checked",
};
const NOTHING_SETTLES = "The desk's records do not settle it.";

type Want = { kind: Finding["kind"]; answer: Finding["answer"] };

/** Which findings carry a verdict, the most telling first. */
const DECIDING: Record<Verdict, Want[]> = {
  "port-allowed": [{ kind: "policy", answer: "yes" }],
  "port-rejected": [
    { kind: "policy", answer: "no" },
    { kind: "role", answer: "no" },
  ],
  "relay-down": [{ kind: "uptime", answer: "no" }],
  "not-our-ip": [{ kind: "tenure", answer: "no" }],
  "not-tor-traffic": [{ kind: "protocol", answer: "no" }],
  "cannot-tell": [
    { kind: "tenure", answer: "unknown" },
    { kind: "policy", answer: "unknown" },
    { kind: "uptime", answer: "unknown" },
    { kind: "time", answer: "unknown" },
  ],
};

/** The findings a verdict stands on: for `cannot-tell` the first gap, for a rejected port also that it was no exit. */
export function decidingFindings({
  verdict,
  findings,
}: Pick<EventFindings, "verdict" | "findings">): Finding[] {
  const matching = DECIDING[verdict].map((want) =>
    findings.filter((finding) => finding.kind === want.kind && finding.answer === want.answer),
  );
  if (verdict === "port-rejected") return matching.flat();
  return matching.find((found) => found.length > 0) ?? [];
}

/** Several relays at one address each need their sentence. */
function reasonFor(event: EventFindings): string {
  const texts = [...new Set(decidingFindings(event).map((finding) => finding.text))];
  return texts.length === 0 ? NOTHING_SETTLES : texts.slice(0, MAX_SENTENCES).join(" ");
}

const MAX_SENTENCES = 4;
