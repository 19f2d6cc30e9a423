import { seesAllRelays } from "../accounts/permissions.ts";
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
import { findSealed } from "./sealed-texts-store.ts";
import { type Snippet, snippetOf } from "./snippet.ts";
import { textQueries } from "./text-queries.ts";

const COUNT_CAP = 1000;
/** Where the index alone does not decide, so many of its newest texts are looked at in one go. */
const LOOK = 1000;
/** In place of whether a text fits: the row says how many there are. */
const COUNTED = 2;

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
 * The texts a query finds, newest first. The index holds no word of a sealed case; sealed texts are looked at one by one,
 * those of the viewer's own cases alone: what others hide can neither be counted nor timed.
 */
export async function findTexts(
  db: Db,
  viewer: Viewer,
  query: Query,
  { size, after }: { size: number; after: string | null },
): Promise<FoundPage> {
  const range = rangeOf(query, after);
  const isPlain = query.states.length === 0 && seesAllRelays(viewer);
  const reach = isPlain ? size + 1 : LOOK;
  const isCounted = isPlain && after === null;
  const { open, count } = await look({ db, viewer, query, range, reach }, isCounted);
  const sealed = await findSealed(db, viewer, query, range);
  const looked = newestOf(open, sealed, reach);
  const { ids, next, isCut } = pageOf(looked, size);
  return {
    texts: await readTexts(db, viewer, ids, query),
    next,
    count: count === null ? null : count + sealed.length,
    looked: isCut ? looked.length : null,
  };
}

function newestOf(open: readonly Looked[], sealed: readonly bigint[], reach: number): Looked[] {
  return [...open, ...sealed.map((id) => ({ id, fits: 1 }))]
    .sort((a, b) => Number(b.id) - Number(a.id))
    .slice(0, reach);
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

type Looked = { id: bigint | number; fits: bigint | number };
type Range = { from: bigint; below: bigint | null };
type Asked = { db: Db; viewer: Viewer; query: Query; range: Range; reach: number };

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

/** The ids of the texts of a range that the index finds. */
function foundSql({ $dialect }: Db, query: Query, { from, below }: Range): Prisma.Sql {
  const id = Prisma.raw($dialect === "sqlite" ? "rowid" : `"id"`);
  const upper = below === null ? Prisma.empty : Prisma.sql`AND ${id} < ${below}`;
  const match = $dialect === "sqlite" ? expressionSql(query) : vectorsSql(query);
  return Prisma.sql`SELECT ${id} AS "id" FROM "OpenSearch" WHERE ${match} AND ${id} >= ${from} ${upper}`;
}

function expressionSql(query: Query): Prisma.Sql {
  return Prisma.sql`"OpenSearch" MATCH ${indexExpression(query)}`;
}

function vectorsSql(query: Query): Prisma.Sql {
  const asked = textQueries(query).map(({ vector, query: text, negated }) => {
    const found =
      text === null
        ? Prisma.sql`1 = 0`
        : Prisma.sql`${Prisma.raw(`"${vector}"`)} @@ ${text}::tsquery`;
    return negated ? Prisma.sql`NOT (${found})` : found;
  });
  return asked.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(asked, " AND ");
}

function lookSql({ db, viewer, query, range, reach }: Asked): Prisma.Sql {
  const newest = Prisma.sql`${foundSql(db, query, range)} ORDER BY 1 DESC LIMIT ${reach}`;
  if (query.states.length === 0 && seesAllRelays(viewer))
    return Prisma.sql`SELECT "id", 1 AS "fits" FROM (${newest}) f`;
  const states = query.states.map(({ is, negated }) =>
    negated ? Prisma.sql`c."state" <> ${is}` : Prisma.sql`c."state" = ${is}`,
  );
  const fits = Prisma.join([visibleSql(viewer), ...states], " AND ");
  return Prisma.sql`SELECT f."id", CASE WHEN ${fits} THEN 1 ELSE 0 END AS "fits" FROM (${newest}) f
    JOIN "SearchText" s ON s."id" = f."id" JOIN "Case" c ON c."id" = s."caseId"`;
}

/** What the index finds, and, where it alone decides, how many: one statement. */
async function look(asked: Asked, isCounted: boolean) {
  const { db, query, reach } = asked;
  const all = Prisma.sql`${foundSql(db, query, rangeOf(query, null))} LIMIT ${COUNT_CAP}`;
  const count = Prisma.sql`UNION ALL SELECT count(*) AS "id", ${COUNTED} AS "fits" FROM (${all}) a`;
  const rows = await db.$queryRaw<Looked[]>(
    Prisma.sql`SELECT "id", "fits" FROM (${lookSql(asked)} ORDER BY 1 DESC LIMIT ${reach}) l ${isCounted ? count : Prisma.empty}`,
  );
  const counted = rows.find(({ fits }) => Number(fits) === COUNTED);
  return {
    open: rows.filter((row) => row !== counted),
    count: counted ? Number(counted.id) : null,
  };
}

type TextRow = {
  id: bigint | number;
  text: string;
  sender: string;
  outboxId: string | null;
  noteId: string | null;
  caseId: string;
  ref: string;
  title: string;
  type: ComplaintType;
  state: CaseState;
  verdict: Verdict;
  sealed: boolean | number | bigint;
};

/** Whatever an index says, a text is shown only to who may see its case. By hand: the client would ask twice. */
async function readTexts(
  db: Db,
  viewer: Viewer,
  ids: readonly bigint[],
  query: Query,
): Promise<FoundText[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<TextRow[]>(
    Prisma.sql`SELECT s."id", s."text", s."sender", s."outboxId", s."noteId", s."caseId",
        c."ref", c."title", c."type", c."state", c."verdict", c."sealed"
      FROM "SearchText" s JOIN "Case" c ON c."id" = s."caseId"
      WHERE s."id" IN (${Prisma.join([...ids])}) AND ${visibleSql(viewer)} ORDER BY s."id" DESC`,
  );
  return rows.map((row) => foundText(db, row, query));
}

function foundText(db: Db, row: TextRow, query: Query): FoundText {
  const { id, outboxId, noteId, caseId, ref, type, state, verdict } = row;
  const { text, sender } = db.$opened("SearchText", { id, text: row.text, sender: row.sender });
  const { title } = db.$opened("Case", { id: caseId, title: row.title });
  return {
    caseId,
    ref,
    title,
    type,
    state,
    verdict,
    sealed: Boolean(row.sealed),
    id: id.toString(36),
    at: momentOf(BigInt(id)),
    kind: kindOf(outboxId, noteId),
    snippet: snippetOf(text, sender, query),
  };
}

function kindOf(outboxId: string | null, noteId: string | null): FoundText["kind"] {
  if (outboxId !== null) return "letter";
  return noteId === null ? "mail" : "note";
}
