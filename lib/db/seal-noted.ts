import type { InArgs, ResultSet, Value } from "@libsql/client";
import type { ContentKeys } from "../config/content-keys.ts";
import { OLD_BYTES } from "./seal-triggers.ts";
import { isSealedSql, SEALED } from "./sealed-columns.ts";
import { placeOf, type SealedValue, wantedValue } from "./wanted-value.ts";

type Run = (sql: string, args?: InArgs) => Promise<ResultSet>;

/**
 * Writes each noted row as its case wants it: encrypted where it is sealed, plain where it is not. Inside the transaction
 * that noted them, before its COMMIT. True: bytes of before are still in the log and must leave it.
 */
export async function sealNoted(run: Run, keys: ContentKeys): Promise<boolean> {
  const { rows } = await run(`SELECT "of", "row" FROM temp."SealDue"`);
  if (rows.length === 0) return false;
  for (const { of, row } of rows) if (of !== OLD_BYTES) await settle(run, keys, String(of), row);
  await run(`DELETE FROM temp."SealDue"`);
  return rows.some(({ of }) => of === OLD_BYTES);
}

async function settle(run: Run, keys: ContentKeys, table: string, row: unknown): Promise<void> {
  const spec = SEALED[table];
  if (!spec) return;
  const names = Object.keys(spec.columns);
  const columns = names.map((name) => `, r."${name}"`).join("");
  const { rows } = await run(
    `SELECT r."${spec.id}" AS "seal id", ${isSealedSql(table, "r")} AS "seal on"${columns} FROM "${table}" r WHERE r.rowid = ?`,
    [row as Value],
  );
  const [found] = rows;
  if (!found) return;
  const on = Number(found["seal on"]) === 1;
  if (spec.gone) {
    if (on) await run(`DELETE FROM "${table}" WHERE rowid = ?`, [row as Value]);
    return;
  }
  const changed = names.flatMap((name) => {
    const value = found[name] ?? null;
    const kind = spec.columns[name] ?? "text";
    const place = placeOf(table, name, found["seal id"]);
    const wanted = wantedHere({ kind, value, place, on }, keys);
    return wanted === value ? [] : [{ name, wanted }];
  });
  if (changed.length === 0) return;
  const set = changed.map(({ name }) => `"${name}" = ?`).join(", ");
  // Two keys of a mail can become the same hash; then one of them is enough.
  await run(`UPDATE OR REPLACE "${table}" SET ${set} WHERE rowid = ?`, [
    ...changed.map(({ wanted }) => wanted),
    row as Value,
  ]);
}

/** libsql hands bytes out and takes them as an ArrayBuffer, and a truth as a number. */
function wantedHere(column: SealedValue<Value>, keys: ContentKeys): Value {
  const { kind, value, on } = column;
  if (kind === "flag") return on ? 1 : 0;
  if (!(value instanceof ArrayBuffer)) return wantedValue(column, keys) as Value;
  const bytes = new Uint8Array(value);
  const wanted = wantedValue({ ...column, value: bytes }, keys);
  return wanted === bytes ? value : (wanted as Uint8Array<ArrayBuffer>).buffer;
}
