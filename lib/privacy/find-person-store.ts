import type { Viewer } from "../accounts/viewer.ts";
import { visibleTo } from "../cases/visible.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import type { Person } from "./person.ts";

/** A case that names the person, and why it could not be redacted now; null: it could. */
export type PersonCase = {
  id: string;
  ref: string;
  type: string;
  openedAt: Instant;
  /** How many of its mails came from the person. */
  fromThem: number;
  left: "open" | "held" | "letter" | null;
};
/** A person is in a handful of cases; who is in more is a robot, and its reports are found by search. */
const MAX_CASES = 500;
const UNSETTLED = ["queued", "sending", "unknown", "failed"];

/**
 * The cases that name the person: in a mail, a fact, a letter, a note. Never a sealed one, whoever asks: what is found here
 * is handed out, and a person must not learn from us that the police asked.
 */
export async function casesAbout(db: Db, viewer: Viewer, person: Person): Promise<PersonCase[]> {
  const ids = await idsAbout(db, person);
  const rows = await db.case.findMany({
    where: {
      AND: [
        { id: { in: ids }, sealed: false, type: { not: "law_enforcement" } },
        visibleTo(viewer),
      ],
    },
    orderBy: { id: "desc" },
    take: MAX_CASES,
    select: {
      id: true,
      ref: true,
      type: true,
      openedAt: true,
      state: true,
      holds: { where: { releasedAt: null }, select: { id: true } },
      outbox: { where: { state: { in: UNSETTLED } }, select: { id: true } },
      complaints: { where: { fromAddress: person.value }, select: { id: true } },
    },
  });
  return rows.map(({ id, ref, type, openedAt, state, holds, outbox, complaints }) => ({
    id,
    ref,
    type,
    openedAt: openedAt.getTime(),
    fromThem: complaints.length,
    left: whyLeft({ isOpen: state !== "done", held: holds.length, letters: outbox.length }),
  }));
}

function whyLeft(one: { isOpen: boolean; held: number; letters: number }): PersonCase["left"] {
  if (one.held > 0) return "held";
  if (one.letters > 0) return "letter";
  return one.isOpen ? "open" : null;
}

/** Where a person can stand, by table. JSON is searched as the text it is kept as. */
const PLACES: Record<string, readonly string[]> = {
  Complaint: ["fromAddress", "subject", "messageId", "ticket", "triage", "sender"],
  OutboxMail: ["to", "subject", "text", "references", "answer", "verdicts"],
  Draft: ["to", "subject", "text", "gaps", "proposed"],
  CaseHold: ["reason"],
  Lookalike: ["reason"],
  RuleRun: ["to"],
  TimelineEntry: ["data"],
  ClaimedEvent: ["sourceIp", "destinationIp"],
  Correction: ["change"],
  FollowUp: ["reason"],
};

/** Whose rows belong to a mail, and by it to a case. */
const OF_MAILS = ["ClaimedEvent", "Correction"];

async function idsAbout(db: Db, person: Person): Promise<string[]> {
  const needles = [person.value, ...person.words].map((one) => one.toLowerCase());
  // The same by two names; what LIKE finds depends on the database.
  const found = Prisma.raw(db.$dialect === "sqlite" ? "instr" : "strpos");
  const places = Object.entries(PLACES).map(([table, columns]) => {
    const name = Prisma.raw(`"${table}"`);
    const hits = columns.flatMap((column) =>
      needles.map(
        (needle) =>
          Prisma.sql`${found}(lower(CAST(t.${Prisma.raw(`"${column}"`)} AS TEXT)), ${needle}) > 0`,
      ),
    );
    const either = Prisma.join(hits, " OR ");
    return OF_MAILS.includes(table)
      ? Prisma.sql`SELECT k."caseId" AS "id" FROM ${name} t JOIN "Complaint" k ON k."id" = t."complaintId" WHERE ${either}`
      : Prisma.sql`SELECT t."caseId" AS "id" FROM ${name} t WHERE ${either}`;
  });
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "id" FROM (${Prisma.join(places, " UNION ALL ")}) AS "found"
    ORDER BY "id" DESC LIMIT ${MAX_CASES}`;
  return rows.map(({ id }) => id);
}
