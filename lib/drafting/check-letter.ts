import type { Complaint } from "../complaints/complaint.ts";
import type { Answer, Evidence, FindingKind } from "../evidence/verdict.ts";
import { eventsOfVerdict } from "./checked-events.ts";
import type { OperatorProfile } from "./draft.ts";
import { CLAIMS, type Proof } from "./letter-claims.ts";

export type LetterToCheck = {
  text: string;
  gaps: string[];
  complaint: Complaint;
  evidence: Evidence;
  operator: OperatorProfile;
};

/** What a letter must not say, in words for the operator. */
export type LetterProblem = { code: string; text: string };

/** Faults of style and links are the writer's to weigh; a letter with one of these is not true, or not whole. */
const UNTRUE: readonly string[] = ["unproven", "time", "rule", "token", "gap"];

/** Does this speak against sending the letter at all? */
export function isUntrue({ code }: LetterProblem): boolean {
  return UNTRUE.includes(code);
}

type Fault = { code: string; pattern: RegExp; text: string };

/** Marks of a letter that was filled badly. */
const FAULTS: readonly Fault[] = [
  { code: "token", pattern: /\{\{|\}\}/, text: "A template token was left in the letter." },
  {
    code: "token",
    pattern: /\b(undefined|NaN)\b|\[object |\bnull\b/,
    text: "A missing value was written out.",
  },
  { code: "empty", pattern: /\(\s*\)|""|\[\s*\]/, text: "A pair of brackets or quotes is empty." },
  { code: "empty", pattern: /(^|[^.]) [.,;:!?](\s|$)/m, text: "A word is missing before a mark." },
  { code: "empty", pattern: /[.!?]\s+[.,;!?](\s|$)/, text: "A sentence is empty." },
  {
    code: "empty",
    pattern: /:\n\n(?!- | {4}|>)/,
    text: "A heading has nothing below it.",
  },
  { code: "empty", pattern: /^- *$/m, text: "A list item is empty." },
  {
    code: "stale",
    pattern: /\b\d[\d,.]{0,20} (Tor )?(relays|exits|exit nodes|volunteers|users)\b/i,
    text: "The letter counts relays or users; such numbers grow stale.",
  },
];

const TRUSTED_LINKS = /^https:\/\/(check|metrics|community|support|www)\.torproject\.org(\/|$)/;
const MAX_LETTER = 50_000;
/** The one moment that no finding names: how a letter says when the mail came. */
const ARRIVED = [
  "The mail reached us at",
  "Die Mail erreichte uns am",
  "nous est parvenu le",
  "De mail bereikte ons op",
];

/**
 * Reads a finished letter as its reader would and names what it must not say: leftovers of the template, and claims
 * that the findings do not prove. It knows nothing of templates and guards, so that it can catch their mistakes.
 */
export function checkLetter(letter: LetterToCheck): LetterProblem[] {
  const text = letter.text.slice(0, MAX_LETTER);
  return [
    ...FAULTS.filter(({ pattern }) => pattern.test(text)).map(({ code, text: said }) => ({
      code,
      text: said,
    })),
    ...strayGaps(text, letter.gaps),
    ...unprovenClaims(text, letter),
    ...strangeLinks(text, letter),
    ...strangeTimes(text, letter),
    ...strangeRules(text, letter.evidence),
  ];
}

function strayGaps(text: string, gaps: string[]): LetterProblem[] {
  const found = [...text.matchAll(/\[\[([^\]\n]{0,60})\]\]/g)].map((match) => match[1] ?? "");
  const stray = found.filter((name) => !gaps.includes(name));
  const lost = gaps.filter((name) => !found.includes(name));
  return [...stray, ...lost].map((name) => ({
    code: "gap",
    text: `The gap ${name} is in the letter or in its list, but not in both.`,
  }));
}

function unprovenClaims(text: string, letter: LetterToCheck): LetterProblem[] {
  const line = text.replace(/\s+/g, " ");
  const proof = proofOf(letter);
  return CLAIMS.filter(({ said, holds }) => said.test(line) && !holds(proof, line)).map(
    ({ text: claim }) => ({ code: "unproven", text: `Not proven: ${claim}` }),
  );
}

/** What the findings say, read anew: every event that carries the verdict must have the finding. */
function proofOf({ complaint, evidence, operator }: LetterToCheck): Proof {
  const events = evidence.events.filter(({ verdict }) => verdict === evidence.verdict);
  const says = (kind: FindingKind, answer: Answer) =>
    events.length > 0 &&
    events.every(({ findings }) =>
      findings.some((finding) => finding.kind === kind && finding.answer === answer),
    );
  return {
    verdict: evidence.verdict,
    says,
    events: eventsOfVerdict(complaint, evidence),
    operator,
  };
}

function strangeLinks(text: string, { operator }: LetterToCheck): LetterProblem[] {
  const own = operator.noticeUrl;
  const links = [...text.matchAll(/https?:\/\/[^\s)>"]{1,300}/g)].map(([link]) =>
    link.replace(/[.,;:]$/, ""),
  );
  return links
    .filter((link) => !TRUSTED_LINKS.test(link) && !(own !== null && link === own))
    .map((link) => ({ code: "link", text: `The letter sends its reader to ${link}.` }));
}

/** Each moment in UTC must be one that the complaint or a finding names. */
function strangeTimes(text: string, { complaint, evidence }: LetterToCheck): LetterProblem[] {
  const known = complaint.events
    .flatMap(({ time }) => [time?.at, time?.earliest, time?.latest])
    .filter((at) => typeof at === "number")
    .map((at) => new Date(at).toISOString().replace("T", " "));
  const sentences = evidence.events.flatMap(({ findings }) => findings.map((one) => one.text));
  const stamps = [...text.matchAll(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?(?= UTC)/g)];
  return stamps
    .map(([stamp]) => stamp)
    .filter(
      (stamp) =>
        !known.some((at) => at.startsWith(stamp) || at.startsWith(stamp.replace(/:00$/, ""))) &&
        ![...sentences, evidence.summary].some((one) => one.includes(stamp)) &&
        !ARRIVED.some((words) => text.includes(`${words} ${stamp}`)),
    )
    .map((stamp) => ({ code: "time", text: `Nothing says ${stamp} UTC.` }));
}

function strangeRules(text: string, evidence: Evidence): LetterProblem[] {
  const rules = evidence.events.flatMap(({ findings }) => findings.map(({ rule }) => rule ?? ""));
  const sentences = evidence.events.flatMap(({ findings }) => findings.map((one) => one.text));
  const named = [...text.matchAll(/\b(?:accept|reject)6? (?:[\d*[]|private)[^\s;,)]{0,80}/g)];
  return named
    .map(([rule]) => rule.replace(/(?<![.\]])[.\]]+$/, ""))
    .filter((rule) => ![...rules, ...sentences, evidence.summary].some((one) => one.includes(rule)))
    .map((rule) => ({ code: "rule", text: `No finding names the policy line ${rule}.` }));
}
