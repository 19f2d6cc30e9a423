import type { Viewer } from "../accounts/viewer.ts";
import { visibleTo } from "../cases/visible.ts";
import type { Db } from "../db/client.ts";
import { matchInMemory } from "../db/memory-index.ts";
import { indexExpression } from "./index-expression.ts";
import type { Query } from "./query.ts";

/** Of the sealed texts a person may read the newest are looked at: they are opened one by one. */
const MOST_SEALED = 1000;

/**
 * The texts of sealed cases this viewer may read that the query finds, newest first. They stand in no index (decision 024):
 * they are opened, and put into one in memory for this question. What others hide costs nothing and counts nothing.
 */
export async function findSealed(
  db: Db,
  viewer: Viewer,
  query: Query,
  { from, below }: { from: bigint; below: bigint | null },
): Promise<bigint[]> {
  const states = query.states.map(({ is, negated }) => ({ state: negated ? { not: is } : is }));
  const rows = await db.searchText.findMany({
    where: {
      id: below === null ? { gte: from } : { gte: from, lt: below },
      case: { AND: [{ sealed: true }, visibleTo(viewer), ...states] },
    },
    orderBy: { id: "desc" },
    take: MOST_SEALED,
    select: {
      id: true,
      text: true,
      sender: true,
      refs: true,
      relays: true,
      marks: true,
      caseMarks: true,
    },
  });
  const texts = rows.map(({ id, text, sender, refs, relays, marks, caseMarks }) => ({
    id,
    columns: { text, sender, refs, relays, marks, caseMarks },
  }));
  return await matchInMemory(texts, indexExpression(query));
}
