import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { MoveKind } from "./move-store.ts";
import { visibleTo } from "./visible.ts";

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
  const moves = await db.caseMove.findMany({
    where: { undoneAt: null, OR: [{ fromCaseId: caseId }, { toCaseId: caseId }] },
    orderBy: { id: "desc" },
    take: MOST,
  });
  const alike = await db.lookalike.findMany({
    where: { caseId, answer: null },
    orderBy: { id: "asc" },
    take: MOST,
  });
  const others = await visibleCases(db, viewer, [
    caseId,
    ...moves.flatMap(({ fromCaseId, toCaseId }) => [fromCaseId, toCaseId]),
    ...alike.map(({ otherId }) => otherId),
  ]);
  return {
    mergedInto: await mergedInto(db, viewer, others.get(caseId)),
    moves: moves.flatMap((move) => {
      const inward = move.toCaseId === caseId;
      const other = others.get(inward ? move.fromCaseId : move.toCaseId);
      const mails = (move.complaintIds as string[]).length;
      const kind = move.kind as MoveKind;
      return other ? [{ id: move.id, kind, other, inward, mails, at: move.at.getTime() }] : [];
    }),
    lookalikes: alike.flatMap(({ otherId, reason }) => {
      const other = others.get(otherId);
      return other && other.mergedIntoId === null ? [{ ...plain(other), reason }] : [];
    }),
  };
}

type Row = OtherCase & { mergedIntoId: string | null };
const FIELDS = { id: true, ref: true, title: true, mergedIntoId: true };

async function visibleCases(db: Db, viewer: Viewer, ids: string[]): Promise<Map<string, Row>> {
  const rows = await db.case.findMany({
    where: { AND: [{ id: { in: [...new Set(ids)] } }, visibleTo(viewer)] },
    select: FIELDS,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The case at the end of the merges; null when there is none or the viewer may not see it. */
async function mergedInto(db: Db, viewer: Viewer, own: Row | undefined): Promise<OtherCase | null> {
  let row: Row | null = own ?? null;
  for (let hops = 0; row?.mergedIntoId && hops < MAX_HOPS; hops += 1)
    row = await db.case.findFirst({
      where: { AND: [{ id: row.mergedIntoId }, visibleTo(viewer)] },
      select: FIELDS,
    });
  return row && row !== own ? plain(row) : null;
}

function plain({ id, ref, title }: OtherCase): OtherCase {
  return { id, ref, title };
}
