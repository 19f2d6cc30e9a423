import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/**
 * The rows of a query as one column of another, so that a page is read in a few statements. `from` is a whole SELECT of these
 * columns; `nestedRows` reads what it gives. JSON of SQLite (https://www.sqlite.org/json1.html); PostgreSQL has `json_agg`.
 */
export function nestedSql(columns: readonly string[], from: Prisma.Sql): Prisma.Sql {
  const pairs = Prisma.raw(columns.map((name) => `'${name}', n."${name}"`).join(", "));
  return Prisma.sql`(SELECT json_group_array(json_object(${pairs})) FROM (${from}) n)`;
}

/** The rows that stand in such a column, by id, what is encrypted of them opened. Moments are text, truths 0 or 1. */
export function nestedRows<Row extends { id: string }>(
  db: Pick<Tx, "$opened">,
  table: string,
  column: string,
): Row[] {
  const rows = JSON.parse(column) as Row[];
  return rows.map((row) => db.$opened(table, row)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
