import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/**
 * The rows of a query as one column of another, so that a page is read in a few statements. `from` is a whole SELECT of these
 * columns; `nestedRows` reads what it gives. See https://www.sqlite.org/json1.html and
 * https://www.postgresql.org/docs/15/functions-aggregate.html.
 */
export function nestedSql(
  { $dialect }: Pick<Tx, "$dialect">,
  columns: readonly string[],
  from: Prisma.Sql,
): Prisma.Sql {
  const pairs = Prisma.raw(columns.map((name) => `'${name}', n."${name}"`).join(", "));
  return $dialect === "sqlite"
    ? Prisma.sql`(SELECT json_group_array(json_object(${pairs})) FROM (${from}) n)`
    : Prisma.sql`(SELECT coalesce(json_agg(json_build_object(${pairs})), '[]')::text FROM (${from}) n)`;
}

/**
 * The rows that stand in such a column, by id, what is encrypted of them opened. Moments are text, truths 0 or 1 or a boolean,
 * JSON in a column that holds no words of a case is text.
 */
export function nestedRows<Row extends { id: string }>(
  db: Pick<Tx, "$opened">,
  table: string,
  column: string,
): Row[] {
  const rows = JSON.parse(column) as Row[];
  return rows.map((row) => db.$opened(table, asText(row))).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** PostgreSQL nests JSON in JSON; SQLite has it as the text it was written as. */
function asText<Row extends object>(row: Row): Row {
  const columns = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === "object" && value !== null ? JSON.stringify(value) : value,
  ]);
  return Object.fromEntries(columns) as Row;
}
