import { BYTES_MARK, HASH_MARK, TEXT_MARK } from "../config/envelope.ts";
import { belongsSql, type ColumnKind, isSealedSql, SEALED } from "./sealed-columns.ts";

/** Rows that do not stand as they should, by table and rowid. Of this connection only, and in memory. */
const NOTES = `CREATE TEMP TABLE IF NOT EXISTS "SealDue" ("of" TEXT NOT NULL, "row" INTEGER NOT NULL, PRIMARY KEY ("of", "row"))`;
/** Stands among the notes when a seal came upon rows that were on the disk before. */
export const OLD_BYTES = "old bytes";

/** The statements that make this connection note what has to be encrypted or opened, for the tables that are there. */
export function sealTriggers(tables: readonly string[]): string[] {
  const known = Object.keys(SEALED).filter((table) => tables.includes(table));
  if (!known.includes("Case")) return [NOTES];
  return [
    NOTES,
    ...known.flatMap((table) => [
      onWrite(table, "INSERT"),
      onWrite(table, "UPDATE"),
      ...moved(table, known),
    ]),
    sealed(known),
  ];
}

function onWrite(table: string, when: "INSERT" | "UPDATE"): string {
  const spec = SEALED[table];
  const plain = Object.entries(spec?.columns ?? {}).flatMap(([column, kind]) => {
    const test = isPlain(kind, `NEW."${column}"`);
    return test === null ? [] : [test];
  });
  const stands = spec?.gone ? "1" : `(${plain.join(" OR ")})`;
  return `CREATE TEMP TRIGGER IF NOT EXISTS "seal ${table} ${when}" AFTER ${when} ON main."${table}"
    WHEN ${stands} AND ${isSealedSql(table, "NEW")} BEGIN ${note(table, "NEW.rowid")}; END`;
}

/** Below the row itself, for its own columns are looked at anyway: what was put into another case goes with it. */
function moved(table: string, known: readonly string[]): string[] {
  const caseOf = SEALED[table]?.caseOf;
  if (caseOf === undefined || typeof caseOf === "string") return [];
  const below = known.filter((other) => other !== table && belongsSql(other, table, "x") !== null);
  const all = [table, ...below].map((one) => noteAll(one, belongsSql(one, table, `NEW."id"`)));
  if (SEALED[table]?.id !== "id") return [];
  return [
    `CREATE TEMP TRIGGER IF NOT EXISTS "seal ${table} moved" AFTER UPDATE OF "${caseOf.column}" ON main."${table}"
      WHEN NEW."${caseOf.column}" IS NOT OLD."${caseOf.column}"
        AND (${isSealedSql(table, "NEW")} OR ${isSealedSql(table, "OLD")}) BEGIN ${all.join("; ")}; ${note(OLD_BYTES, "0")}; END`,
  ];
}

function sealed(known: readonly string[]): string {
  const all = known.flatMap((table) => {
    const of = belongsSql(table, "Case", `NEW."id"`);
    return of === null ? [] : [noteAll(table, of)];
  });
  return `CREATE TEMP TRIGGER IF NOT EXISTS "seal flag" AFTER UPDATE OF "sealed" ON main."Case"
    WHEN NEW."sealed" IS NOT OLD."sealed" BEGIN ${all.join("; ")}; ${note(OLD_BYTES, "0")}; END`;
}

const note = (table: string, row: string) =>
  `INSERT OR IGNORE INTO "SealDue" VALUES ('${table}', ${row})`;
/** Notes the rows of a table for which the condition holds. */
export function noteAll(table: string, where: string | null): string {
  return `INSERT OR IGNORE INTO "SealDue" SELECT '${table}', rowid FROM "${table}" WHERE ${where ?? "0"}`;
}

/** Notes that what stood on the disk before has to leave it. */
export const noteOldBytes = () => note(OLD_BYTES, "0");

/** Null: this kind of column is never the reason to write a row anew. What only looks encrypted is found out later. */
function isPlain(kind: ColumnKind, column: string): string | null {
  const begins = (mark: string) =>
    `(${column} <> '' AND substr(${column}, 1, ${mark.length}) <> '${mark}')`;
  if (kind === "text") return begins(TEXT_MARK);
  if (kind === "json") return begins(`"${TEXT_MARK}`);
  if (kind === "key") return begins(HASH_MARK);
  if (kind === "blank") return `${column} <> ''`;
  if (kind === "flag") return null;
  const mark = Buffer.from(BYTES_MARK).toString("hex");
  return `(length(${column}) > 0 AND substr(${column}, 1, ${BYTES_MARK.length}) <> x'${mark}')`;
}
