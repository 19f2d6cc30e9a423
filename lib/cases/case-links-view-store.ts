import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import { nestedRows, nestedSql } from "../db/nested-rows.ts";
import type { Instant } from "../time/instant.ts";
import type { MoveKind } from "./move-store.ts";
import { visibleTo } from "./visible.ts";
import { visibleSql } from "./visible-store.ts";

export type OtherCase = { id: string; ref: string; title: string };
/** Mails a person put into this case, or out of it, and nobody took back yet. */
export type MoveView = {
  id: string;
  kind: MoveKind;
  other: OtherCase;
  /** Into this case, or out of it. */
  inward: boolean;
  mails: number;
  at: Instant;
};
export type CaseLinks = {
  /** Where its mails are, when it has none. */
  mergedInto: OtherCase | null;
  moves: MoveView[];
  /** Cases it looks like, until a person has said. */
  lookalikes: (OtherCase & { reason: string })[];
};

const MOST = 20;
/** Of merges into merged cases. */
const MAX_HOPS = 20;

/** What ties a case to others, as far as this viewer may see the others. */
export async function readCaseLinks(db: Db, viewer: Viewer, caseId: string): Promise<CaseLinks> {
  const [found] = await db.$queryRaw<{ moves: string; alike: string; others: string }[]>(
    Prisma.sql`SELECT ${nestedSql(db, MOVE, movesSql(caseId))} AS "moves", ${nestedSql(db, ALIKE, alikeSql(caseId))} AS "alike",
      ${nestedSql(db, FIELDS, othersSql(viewer, caseId))} AS "others"`,
  );
  const moves = nestedRows<MoveRow>(db, "CaseMove", found?.moves ?? "[]").reverse();
  const alike = nestedRows<AlikeRow>(db, "Lookalike", found?.alike ?? "[]");
  const rows = nestedRows<Row>(db, "Case", found?.others ?? "[]");
  const others = new Map(rows.map((row) => [row.id, row]));
  return {
    mergedInto: await mergedInto(db, viewer, others.get(caseId)),
    moves: moves.flatMap((move) => {
      const inward = move.toCaseId === caseId;
      const other = others.get(inward ? move.fromCaseId : move.toCaseId);
      const mails = (JSON.parse(move.complaintIds) as string[]).length;
      const { id, kind, at } = move;
      return other ? [{ id, kind, other: plain(other), inward, mails, at: Date.parse(at) }] : [];
    }),
    lookalikes: alike.flatMap(({ otherId, reason }) => {
      const other = others.get(otherId);
      return other && other.mergedIntoId === null ? [{ ...plain(other), reason }] : [];
    }),
  };
}

type Row = OtherCase & { mergedIntoId: string | null };
type MoveRow = {
  id: string;
  kind: MoveKind;
  fromCaseId: string;
  toCaseId: string;
  complaintIds: string;
  at: string;
};
type AlikeRow = { id: string; otherId: string; reason: string };
const FIELDS = ["id", "ref", "title", "mergedIntoId"];
const MOVE = ["id", "kind", "fromCaseId", "toCaseId", "complaintIds", "at"];
const ALIKE = ["id", "otherId", "reason"];

function movesSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT * FROM "CaseMove" WHERE "undoneAt" IS NULL AND ("fromCaseId" = ${caseId} OR "toCaseId" = ${caseId})
    ORDER BY "id" DESC LIMIT ${MOST}`;
}

function alikeSql(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT * FROM "Lookalike" WHERE "caseId" = ${caseId} AND "answer" IS NULL ORDER BY "id" LIMIT ${MOST}`;
}

/** The case itself, and those it is tied to that the viewer may see. */
function othersSql(viewer: Viewer, caseId: string): Prisma.Sql {
  const moves = movesSql(caseId);
  return Prisma.sql`SELECT c.* FROM "Case" c WHERE ${visibleSql(viewer)} AND c."id" IN (SELECT ${caseId}
    UNION SELECT "fromCaseId" FROM (${moves}) inward UNION SELECT "toCaseId" FROM (${moves}) outward
    UNION SELECT "otherId" FROM (${alikeSql(caseId)}) alike)`;
}

/** The case at the end of the merges; null when there is none or the viewer may not see it. */
async function mergedInto(db: Db, viewer: Viewer, own: Row | undefined): Promise<OtherCase | null> {
  let row: Row | null = own ?? null;
  for (let hops = 0; row?.mergedIntoId && hops < MAX_HOPS; hops += 1)
    row = await db.case.findFirst({
      where: { AND: [{ id: row.mergedIntoId }, visibleTo(viewer)] },
      select: { id: true, ref: true, title: true, mergedIntoId: true },
    });
  return row && row !== own ? plain(row) : null;
}

function plain({ id, ref, title }: OtherCase): OtherCase {
  return { id, ref, title };
}
