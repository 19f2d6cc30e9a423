/**
 * How a column of a sealed case is kept. `text`, `json`, `bytes`: encrypted. `key`: as a keyed hash, for it is only ever
 * compared. `blank`: as nothing, it is read anew from the mail. `flag`: whether the case is sealed, for the index of the search.
 */
export type ColumnKind = "text" | "json" | "bytes" | "key" | "blank" | "flag";

/** Where a row's case is found: it is one, the column names its case, or a row of another such table. */
type CaseOf = "itself" | "every" | { column: string; in: string };

export type SealedTable = {
  /** Of the row, in the place its envelopes are bound to. */
  id: string;
  /** `every`: encrypted whatever the case, for when it is written nobody knows whose it is. */
  caseOf: CaseOf;
  columns: Readonly<Record<string, ColumnKind>>;
  /** A sealed case has no such rows: what they serve leaves sealed cases out. */
  gone?: true;
};

const ofCase = { column: "caseId", in: "Case" } as const;
const ofMail = { column: "complaintId", in: "Complaint" } as const;

/** The columns that hold words of a case. Of every other column the test beside this file says why it does not. */
export const SEALED: Readonly<Record<string, SealedTable>> = {
  RawMail: { id: "sha256", caseOf: "every", columns: { gzip: "bytes" } },
  AttachedFile: { id: "sha256", caseOf: "every", columns: { bytes: "bytes" } },
  SentCopy: { id: "outboxId", caseOf: "every", columns: { gzip: "bytes", problem: "text" } },
  Case: { id: "id", caseOf: "itself", columns: { title: "text", line: "json", source: "blank" } },
  Complaint: {
    id: "id",
    caseOf: ofCase,
    columns: {
      messageId: "key",
      ticket: "key",
      repeatKey: "key",
      fromAddress: "text",
      subject: "text",
      triage: "json",
      sender: "json",
    },
  },
  ThreadKey: { id: "complaintId", caseOf: ofMail, columns: { key: "key" } },
  ClaimedEvent: { id: "complaintId", caseOf: ofMail, columns: {}, gone: true },
  Correction: { id: "id", caseOf: ofMail, columns: { change: "json" } },
  Lookalike: { id: "id", caseOf: ofCase, columns: { reason: "text" } },
  Draft: {
    id: "id",
    caseOf: ofCase,
    columns: { to: "json", subject: "text", text: "text", gaps: "json", proposed: "json" },
  },
  DraftAttachment: {
    id: "id",
    caseOf: { column: "draftId", in: "Draft" },
    columns: { name: "text", mediaType: "text", about: "text" },
  },
  OutboxMail: {
    id: "id",
    caseOf: ofCase,
    columns: {
      to: "json",
      subject: "text",
      text: "text",
      inReplyTo: "text",
      references: "json",
      answer: "text",
      verdicts: "json",
    },
  },
  LetterAttachment: {
    id: "id",
    caseOf: { column: "letterId", in: "OutboxMail" },
    columns: { name: "text", mediaType: "text" },
  },
  TimelineEntry: { id: "id", caseOf: ofCase, columns: { data: "json" } },
  SearchText: {
    id: "id",
    caseOf: ofCase,
    columns: {
      text: "text",
      sender: "text",
      refs: "text",
      relays: "text",
      marks: "text",
      sealed: "flag",
    },
  },
  Mitigation: {
    id: "id",
    caseOf: ofCase,
    columns: { lines: "json", reason: "text", problem: "text" },
  },
  MitigationStep: {
    id: "id",
    caseOf: { column: "mitigationId", in: "Mitigation" },
    columns: { text: "text" },
  },
  Block: { id: "id", caseOf: ofCase, columns: { name: "text", contact: "text" } },
  BlockStep: {
    id: "id",
    caseOf: { column: "blockId", in: "Block" },
    columns: { text: "text", subject: "text", to: "text" },
  },
  CaseHold: { id: "id", caseOf: ofCase, columns: { reason: "text" } },
  RuleRun: { id: "id", caseOf: ofCase, columns: { to: "json" } },
  FollowUp: { id: "id", caseOf: ofCase, columns: { reason: "text" } },
};

/**
 * SQL that is true when the row called `row` belongs to a sealed case. A mitigation or a block without a case belongs to
 * none: NULL, which counts as no.
 */
export function isSealedSql(table: string, row: string): string {
  const spec = SEALED[table];
  if (table === "Case" || spec?.caseOf === "itself") return `${row}."sealed"`;
  if (!spec || spec.caseOf === "every") return "1";
  const { column, in: parent } = spec.caseOf;
  const up = `${row.replace(/\W/g, "")}_up`;
  return `(SELECT ${isSealedSql(parent, up)} FROM "${parent}" ${up} WHERE ${up}."id" = ${row}."${column}")`;
}

/** SQL that finds the rows of a table which belong to the rows of `ancestor` whose id is `id`; null: they never do. */
export function belongsSql(table: string, ancestor: string, id: string): string | null {
  const caseOf = SEALED[table]?.caseOf;
  if (table === ancestor) return `"id" = ${id}`;
  if (caseOf === undefined || typeof caseOf === "string") return null;
  const above = belongsSql(caseOf.in, ancestor, id);
  return above && `"${caseOf.column}" IN (SELECT "id" FROM "${caseOf.in}" WHERE ${above})`;
}
