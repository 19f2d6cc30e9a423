import { BYTES_MARK, HASH_MARK, TEXT_MARK } from "../../config/envelope.ts";
import { belongsSql, type ColumnKind, isSealedSql, SEALED } from "../sealed-columns.ts";

/**
 * The script that makes the server refuse what stands plain in a sealed case, and note the rows of a case whose seal was set
 * or lifted. Made from the table of sealed columns; run after every migration, for then the table may have changed.
 */
export function sealTriggers(): string {
  return [...Object.keys(SEALED).flatMap((table) => [refusing(table), moving(table)]), flagged()]
    .filter((script) => script !== null)
    .join("\n");
}

function refusing(table: string): string | null {
  const spec = SEALED[table];
  const plain = Object.entries(spec?.columns ?? {}).flatMap(([column, kind]) => {
    const test = isPlain(kind, column);
    return test === null ? [] : [test];
  });
  const stands = spec?.gone ? "TG_OP = 'INSERT'" : plain.join(" OR ");
  const on = spec?.caseOf === "every" ? "true" : isSealedSql(table, "NEW");
  return trigger({
    name: `seal ${table}`,
    when: `BEFORE INSERT OR UPDATE ON "${table}"`,
    body: `IF (${stands}) AND coalesce(${on}, false) THEN
    RAISE EXCEPTION 'A row of ${table} was to be written that stands plain in a sealed case.';
  END IF;
  RETURN NEW;`,
  });
}

/** Null: this kind of column is never refused. What stands there already was written when the case was open. */
function isPlain(kind: ColumnKind, column: string): string | null {
  const text = kind === "json" ? `NEW."${column}"::text` : `NEW."${column}"`;
  const old = kind === "json" ? `OLD."${column}"::text` : `OLD."${column}"`;
  const is = plainness(kind, text);
  if (is === null) return null;
  return `((TG_OP = 'INSERT' OR ${text} IS DISTINCT FROM ${old}) AND coalesce(${is}, false))`;
}

function plainness(kind: ColumnKind, text: string): string | null {
  const begins = (mark: string) => `${text} <> '' AND left(${text}, ${mark.length}) <> '${mark}'`;
  if (kind === "text") return begins(TEXT_MARK);
  if (kind === "json") return begins(`"${TEXT_MARK}`);
  if (kind === "key") return begins(HASH_MARK);
  if (kind === "blank") return `${text} <> ''`;
  if (kind === "flag") return `NOT ${text}`;
  const mark = Buffer.from(BYTES_MARK).toString("hex");
  return `length(${text}) > 0 AND substr(${text}, 1, ${BYTES_MARK.length}) <> '\\x${mark}'::bytea`;
}

/** What was put into another case goes with its row: the row itself, and what is below it. */
function moving(table: string): string | null {
  const caseOf = SEALED[table]?.caseOf;
  if (caseOf === undefined || typeof caseOf === "string" || SEALED[table]?.id !== "id") return null;
  const all = Object.keys(SEALED).flatMap((one) => {
    const of = belongsSql(one, table, `NEW."id"`);
    return of === null ? [] : [noteAll(one, of)];
  });
  return trigger({
    name: `seal ${table} moved`,
    when: `AFTER UPDATE OF "${caseOf.column}" ON "${table}"`,
    body: `IF NEW."${caseOf.column}" IS DISTINCT FROM OLD."${caseOf.column}"
    AND (coalesce(${isSealedSql(table, "NEW")}, false) OR coalesce(${isSealedSql(table, "OLD")}, false)) THEN
    ${all.join("; ")};
  END IF;
  RETURN NULL;`,
  });
}

function flagged(): string {
  const all = Object.keys(SEALED).flatMap((table) => {
    const of = belongsSql(table, "Case", `NEW."id"`);
    return of === null ? [] : [noteAll(table, of)];
  });
  return trigger({
    name: "seal flag",
    when: `AFTER UPDATE OF "sealed" ON "Case"`,
    body: `IF NEW."sealed" IS DISTINCT FROM OLD."sealed" THEN
    ${all.join("; ")};
  END IF;
  RETURN NULL;`,
  });
}

/** Notes the rows of a table for which the condition holds. */
export function noteAll(table: string, where: string): string {
  const id = SEALED[table]?.id ?? "id";
  return `INSERT INTO "SealDue" SELECT '${table}', "${id}"::text FROM "${table}" WHERE ${where} ON CONFLICT DO NOTHING`;
}

function trigger({ name, when, body }: { name: string; when: string; body: string }): string {
  return `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $seal$
BEGIN
  ${body}
END $seal$;
CREATE OR REPLACE TRIGGER "${name}" ${when} FOR EACH ROW EXECUTE FUNCTION "${name}"();`;
}
