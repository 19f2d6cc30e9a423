import type { Viewer } from "../accounts/viewer.ts";
import { visibleSql } from "../cases/visible-store.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import { matchInMemory } from "../db/memory-index.ts";
import { indexExpression } from "./index-expression.ts";
import type { Query } from "./query.ts";

/** Of the sealed texts a person may read the newest are looked at: they are opened one by one. */
const MOST_SEALED = 1000;

type SealedRow = {
  id: bigint | number;
  text: string;
  sender: string;
  refs: string;
  relays: string;
  marks: string;
  caseMarks: string;
};

/**
 * The texts of sealed cases this viewer may read that the query finds, newest first. They stand in no index (decision 024):
 * they are opened, and put into one in memory. What others hide costs nothing and counts nothing.
 */
export async function findSealed(
  db: Db,
  viewer: Viewer,
  query: Query,
  { from, below }: { from: bigint; below: bigint | null },
): Promise<bigint[]> {
  const states = query.states.map(({ is, negated }) =>
    negated ? Prisma.sql`c."state" <> ${is}` : Prisma.sql`c."state" = ${is}`,
  );
  const upper = below === null ? [] : [Prisma.sql`s."id" < ${below}`];
  const where = Prisma.join([visibleSql(viewer), ...states, ...upper], " AND ");
  const rows = await db.$queryRaw<SealedRow[]>(
    Prisma.sql`SELECT s."id", s."text", s."sender", s."refs", s."relays", s."marks", s."caseMarks"
      FROM "Case" c JOIN "SearchText" s ON s."caseId" = c."id"
      WHERE c."sealed" = ${true} AND s."id" >= ${from} AND ${where}
      ORDER BY s."id" DESC LIMIT ${MOST_SEALED}`,
  );
  return matchInMemory(rows, (row) => db.$opened("SearchText", row), indexExpression(query));
}
