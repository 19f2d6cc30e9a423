import { seesAllRelays, seesAllSealed } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { CaseState } from "../cases/case.ts";
import { firstIdAt, momentOf } from "../cases/search-text-store.ts";
import { visibleSql } from "../cases/visible-store.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Verdict } from "../evidence/verdict.ts";
import type { Instant } from "../time/instant.ts";
import { indexExpression } from "./index-expression.ts";
import type { Query } from "./query.ts";
import { type Snippet, snippetOf } from "./snippet.ts";

const COUNT_CAP = 1000;
/** Where the index alone does not decide, so many of its newest texts are looked at in one go. */
const LOOK = 1000;
/** Sealed texts of a person who is named on some cases: their own are looked at, the newest first. */
const MOST_OWN = 1000;

export type FoundText = {
  id: string;
  at: Instant;
  kind: "mail" | "letter" | "note";
  snippet: Snippet;
  caseId: string;
  ref: string;
  title: string;
  type: ComplaintType;
  state: CaseState;
  verdict: Verdict;
  sealed: boolean;
};
export type FoundPage = {
  texts: FoundText[];
  /** Where the next page begins; null: this is the last. */
  next: string | null;
  /** How many texts there are, COUNT_CAP at most; null: the index alone does not decide, and nobody counted. */
  count: number | null;
  /** So many were looked at to find these, and there are more. */
  looked: number | null;
};

/**
 * The texts a query finds, newest first. The common index holds no word of a sealed case. Sealed texts have one of their
 * own, which is asked only for owners, and for a person named on sealed cases about the texts of those cases alone: what
 * others hide can neither be counted nor timed.
 */
export async function findTexts(
  db: Db,
  viewer: Viewer,
  query: Query,
  { size, after }: { size: number; after: string | null },
): Promise<FoundPage> {
  const range = rangeOf(query, after);
  const own = seesAllSealed(viewer) ? "all" : await ownSealed(db, viewer);
  const indexes: Index[] = own === "all" || own.length > 0 ? ["open", "sealed"] : ["open"];
  const isPlain = query.states.length === 0 && seesAllRelays(viewer);
  const reach = isPlain ? size + 1 : LOOK;
  const asked = indexes.map((index) => lookSql({ index, viewer, query, range, own, reach }));
  const looked = await db.$queryRaw<Looked[]>(
    Prisma.sql`${Prisma.join(asked, " UNION ALL ")} ORDER BY 1 DESC LIMIT ${reach}`,
  );
  const { ids, next, isCut } = pageOf(looked, size);
  return {
    texts: await readTexts(db, viewer, ids, query),
    next,
    count: isPlain && after === null ? await countTexts(db, query, indexes, own) : null,
    looked: isCut ? looked.length : null,
  };
}

function pageOf(looked: readonly Looked[], size: number) {
  const fitting = looked.flatMap(({ id, fits }) => (Number(fits) === 1 ? [BigInt(id)] : []));
  const ids = fitting.slice(0, size);
  const isCut = fitting.length <= size && looked.length >= LOOK;
  // Where the look ended, not where the last match stood: what lies between need not be looked at again.
  const cutAt = isCut ? looked.at(-1)?.id : undefined;
  const end = fitting.length > size ? ids.at(-1) : cutAt;
  return { ids, isCut, next: end === undefined ? null : end.toString(36) };
}

type Index = "open" | "sealed";
type Looked = { id: bigint | number; fits: bigint | number };
type Own = "all" | bigint[];
type Range = { from: bigint; below: bigint | null };
type Asked = {
  index: Index;
  viewer: Viewer;
  query: Query;
  range: Range;
  own: Own;
  reach: number;
};

function rangeOf({ after, before }: Query, cursor: string | null): Range {
  const bounds = [before === null ? null : firstIdAt(before), readCursor(cursor)];
  const below = bounds.reduce((least, bound) => {
    if (bound === null) return least;
    return least === null || bound < least ? bound : least;
  }, null);
  return { from: after === null ? 0n : firstIdAt(after), below };
}

function readCursor(text: string | null): bigint | null {
  if (text === null || !/^[0-9a-z]{1,11}$/.test(text)) return null;
  const id = Number.parseInt(text, 36);
  return Number.isSafeInteger(id) ? BigInt(id) : null;
}

/** The texts of sealed cases this person is named on. */
async function ownSealed(db: Db, viewer: Viewer): Promise<bigint[]> {
  const rows = await db.searchText.findMany({
    where: { sealed: true, case: { sealed: true, readers: { some: { userId: viewer.userId } } } },
    orderBy: { id: "desc" },
    take: MOST_OWN,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

function matchSql(index: Index, query: Query, own: Own): Prisma.Sql {
  const table = index === "open" ? Prisma.raw(`"OpenSearch"`) : Prisma.raw(`"SealedSearch"`);
  const among =
    index === "sealed" && own !== "all"
      ? Prisma.sql`AND rowid IN (${Prisma.join(own)})`
      : Prisma.empty;
  return Prisma.sql`FROM ${table} WHERE ${table} MATCH ${indexExpression(query)} ${among}`;
}

function rangeSql({ from, below }: Range): Prisma.Sql {
  const upper = below === null ? Prisma.empty : Prisma.sql`AND rowid < ${below}`;
  return Prisma.sql`AND rowid >= ${from} ${upper}`;
}

function lookSql({ index, viewer, query, range, own, reach }: Asked): Prisma.Sql {
  const newest = Prisma.sql`SELECT rowid AS "id" ${matchSql(index, query, own)} ${rangeSql(range)} ORDER BY rowid DESC LIMIT ${reach}`;
  if (query.states.length === 0 && seesAllRelays(viewer))
    return Prisma.sql`SELECT "id", 1 AS "fits" FROM (${newest})`;
  const states = query.states.map(({ is, negated }) =>
    negated ? Prisma.sql`c."state" <> ${is}` : Prisma.sql`c."state" = ${is}`,
  );
  const fits = Prisma.join([visibleSql(viewer), ...states], " AND ");
  return Prisma.sql`SELECT f."id", CASE WHEN ${fits} THEN 1 ELSE 0 END AS "fits" FROM (${newest}) f
    JOIN "SearchText" s ON s."id" = f."id" JOIN "Case" c ON c."id" = s."caseId"`;
}

async function countTexts(
  db: Db,
  query: Query,
  indexes: readonly Index[],
  own: Own,
): Promise<number> {
  const range = rangeOf(query, null);
  const counts = indexes.map(
    (index) =>
      Prisma.sql`SELECT count(*) AS "count" FROM (SELECT rowid ${matchSql(index, query, own)} ${rangeSql(range)} LIMIT ${COUNT_CAP})`,
  );
  const rows = await db.$queryRaw<{ count: bigint }[]>(Prisma.join(counts, " UNION ALL "));
  return rows.reduce((sum, { count }) => sum + Number(count), 0);
}

/** Whatever an index says, a text is shown only to who may see its case. */
async function readTexts(
  db: Db,
  viewer: Viewer,
  ids: readonly bigint[],
  query: Query,
): Promise<FoundText[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<TextRow[]>(
    Prisma.sql`SELECT s."id", s."text", s."sender", s."outboxId", s."noteId", s."caseId", c."ref", c."title", c."type",
        c."state", c."verdict", c."sealed"
      FROM "SearchText" s JOIN "Case" c ON c."id" = s."caseId"
      WHERE s."id" IN (${Prisma.join([...ids])}) AND ${visibleSql(viewer)} ORDER BY s."id" DESC`,
  );
  return rows.map(({ id, text, sender, outboxId, noteId, sealed, ...of }) => ({
    ...of,
    id: id.toString(36),
    at: momentOf(BigInt(id)),
    kind: kindOf(outboxId, noteId),
    sealed: Boolean(Number(sealed)),
    snippet: snippetOf(text, sender, query),
  }));
}

type TextRow = Pick<FoundText, "caseId" | "ref" | "title" | "type" | "state" | "verdict"> & {
  id: bigint;
  text: string;
  sender: string;
  outboxId: string | null;
  noteId: string | null;
  sealed: number | boolean;
};

function kindOf(outboxId: string | null, noteId: string | null): FoundText["kind"] {
  if (outboxId !== null) return "letter";
  return noteId === null ? "mail" : "note";
}
