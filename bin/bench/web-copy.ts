import { createHash } from "node:crypto";
import type { SQLInputValue } from "node:sqlite";
import { commonWord, fraction } from "./web-words.ts";

export type Row = Record<string, SQLInputValue>;
/** A case with what hangs on it, as rows of their tables. */
export type Pattern = {
  case: Row;
  complaint: Row;
  /** A closed copy is not opened: it keeps what it was found to be, and not each of its events and words. */
  closedTriage: string;
  drafts: Row[];
  timeline: Row[];
  facts: Row[];
  relays: Row[];
  text: Row;
};

type State = "open" | "waiting" | "done";
/** One copy: its number, when it came, and how it stands. */
type Copy = {
  n: number;
  at: number;
  caseId: string;
  complaintId: string;
  ref: string;
  state: State;
  letter: Row | undefined;
};

const YEARS = 5;
const DAY = 86_400_000;
const FAR = Date.UTC(9999, 0, 1);

/** The rows of copy number `n` of so many, the last of which is of now, each with its table. */
export function copyOf(pattern: Pattern, n: number, cases: number, now: number): [string, Row][] {
  const at = now - (cases - n) * ((YEARS * 365 * DAY) / cases);
  const state = stateOf(n);
  const letter = state === "open" ? undefined : pattern.drafts[0];
  const [caseId, complaintId] = [idOf(at, `case ${n}`), idOf(at, `complaint ${n}`)];
  const copy = { n, at, caseId, complaintId, ref: refOf(n), state, letter };
  return [
    ...mailRows(copy),
    ["Case", caseRow(pattern, copy)],
    ["Complaint", complaintRow(pattern, copy)],
    ...pattern.relays.map((relay): [string, Row] => ["ComplaintRelay", { ...relay, complaintId }]),
    ...pattern.facts.map((fact): [string, Row] => ["CaseFact", { ...fact, caseId }]),
    ...pattern.timeline.map((entry, place): [string, Row] => [
      "TimelineEntry",
      { ...entry, id: idOf(at, `entry ${n} ${place}`), caseId, at: stamp(at) },
    ]),
    ...letterRows(pattern, copy),
    ["SearchText", textRow(pattern, copy)],
  ];
}

/** Of a hundred cases two are open and one waits for an answer. */
function stateOf(n: number): State {
  const chance = fraction(n * 64 + 63);
  if (chance < 0.02) return "open";
  return chance < 0.03 ? "waiting" : "done";
}

/** The bytes of the copies' mails are not kept: no page of the benchmark opens them. */
const EMPTY = new Uint8Array(0);

function mailRows({ n, at }: Copy): [string, Row][] {
  const [when, sha256] = [stamp(at), hashOf(n)];
  return [
    ["RawMail", { sha256, gzip: EMPTY, size: 0, storedAt: when }],
    [
      "Sighting",
      {
        id: idOf(at, `sighting ${n}`),
        via: "import",
        source: `mails.mbox:${n}`,
        outcome: "stored",
        rawSha256: sha256,
        triagedAt: when,
        archive: 0,
        attempts: 1,
        seenAt: when,
      },
    ],
  ];
}

function caseRow(pattern: Pattern, { n, at, caseId, ref, state, letter }: Copy): Row {
  const when = stamp(at);
  const due = state === "open" && n % 3 === 0 ? stamp(at + YEARS * 365 * DAY) : null;
  return {
    ...pattern.case,
    id: caseId,
    ref,
    state,
    openedAt: when,
    lastMailAt: when,
    closedAt: state === "done" ? when : null,
    deadlineAt: due,
    sortAt: due ?? stamp(FAR),
    letterState: letter ? "sent" : "none",
    answeredAt: letter ? when : null,
  };
}

function complaintRow(pattern: Pattern, { n, at, complaintId, caseId, state }: Copy): Row {
  return {
    ...pattern.complaint,
    id: complaintId,
    caseId,
    rawSha256: hashOf(n),
    receivedAt: stamp(at),
    messageId: `<${n}@bench.example>`,
    ticket: null,
    repeatKey: null,
    triage: (state === "done" ? pattern.closedTriage : pattern.complaint["triage"]) ?? null,
  };
}

function letterRows(pattern: Pattern, { n, at, caseId, state, letter }: Copy): [string, Row][] {
  const drafts = state === "done" ? [] : pattern.drafts;
  const rows = drafts.map((draft, place): [string, Row] => [
    "Draft",
    { ...draft, id: idOf(at, `draft ${n} ${place}`), caseId },
  ]);
  if (!letter) return rows;
  return [...rows, ["OutboxMail", letterRow(letter, n, at, caseId)]];
}

function letterRow(
  { to = null, subject = null, text = null }: Row,
  n: number,
  at: number,
  caseId: string,
): Row {
  const when = stamp(at);
  return {
    id: idOf(at, `letter ${n}`),
    caseId,
    draftId: idOf(at, `draft ${n} 0`),
    sendKey: `bench ${n}`,
    mailboxId: "bench",
    messageId: `<letter-${n}@bench.example>`,
    fromJson: `{"name":"Bench","address":"bench@bench.example"}`,
    to,
    subject,
    text,
    references: "[]",
    state: "sent",
    attempts: 1,
    notBefore: when,
    approvedBy: "bench",
    createdAt: when,
    settledAt: when,
  };
}

function textRow(pattern: Pattern, { n, at, complaintId, caseId, ref }: Copy): Row {
  const said = Array.from({ length: 40 }, (_, place) => commonWord(n, place)).join(" ");
  return {
    ...pattern.text,
    id: BigInt(Math.floor(at / 1000)) * 2n ** 20n + BigInt(n % 2 ** 20),
    complaintId,
    caseId,
    text: `${String(pattern.text["text"]).slice(0, 600)}\n${said}`,
    caseMarks: String(pattern.text["caseMarks"]).replace(/^\S+/, ref),
  };
}

function hashOf(n: number): string {
  return createHash("sha256").update(`raw ${n}`).digest("hex");
}

/** As UUID version 7: the moment, then what makes it unlike others. */
function idOf(at: number, what: string): string {
  const time = Math.floor(at).toString(16).padStart(12, "0");
  const rest = createHash("md5").update(what).digest("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}

const LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";

function refOf(n: number): string {
  let rest = n + 28 ** 7;
  let ref = "";
  for (let place = 0; place < 8; place++) {
    ref += LETTERS[rest % 28];
    rest = Math.floor(rest / 28);
  }
  return ref;
}

/** As Prisma writes moments into SQLite. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace("Z", "+00:00");
}
