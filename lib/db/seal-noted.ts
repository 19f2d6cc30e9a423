import type { InArgs, ResultSet, Value } from "@libsql/client";
import type { ContentKeys } from "../config/content-keys.ts";
import {
  decryptBytes,
  decryptText,
  encryptBytes,
  encryptText,
  HASH_MARK,
  isCurrent,
  keyedHash,
  TEXT_MARK,
} from "../config/envelope.ts";
import { OLD_BYTES } from "./seal-triggers.ts";
import { type ColumnKind, isSealedSql, SEALED } from "./sealed-columns.ts";

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
    const wanted = wantedValue({ kind, value, place, on }, keys);
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

/** What an envelope is bound to. */
export function placeOf(table: string, column: string, id: unknown): string {
  return `${table}.${column}:${String(id)}`;
}

type Column = { kind: ColumnKind; value: Value; place: string; on: boolean };

function wantedValue(column: Column, keys: ContentKeys): Value {
  const { kind, value, place, on } = column;
  if (kind === "flag") return on ? 1 : 0;
  if (kind === "bytes") return wantedBytes(value, place, keys);
  if (typeof value !== "string" || value === "") return value;
  if (kind === "text" || kind === "json") return wantedText(column, value, keys);
  if (!on) return value;
  if (kind === "blank") return "";
  return value.startsWith(HASH_MARK) ? value : keyedHash(value, keys);
}

/** A column of JSON holds its envelope as a JSON string. */
function wantedText({ kind, place, on }: Column, value: string, keys: ContentKeys): string {
  const json = kind === "json";
  const envelope = json ? envelopeIn(value) : value;
  const opened = decryptText(envelope, place, keys);
  if (!on) return opened ?? value;
  if (opened !== null && isCurrent(envelope, keys)) return value;
  const wanted = encryptText(opened ?? value, place, keys);
  return json ? JSON.stringify(wanted) : wanted;
}

function envelopeIn(json: string): string {
  return json.startsWith(`"${TEXT_MARK}`) ? String(JSON.parse(json)) : "";
}

function wantedBytes(value: Value, place: string, keys: ContentKeys): Value {
  // Empty: the bytes were purged.
  if (!(value instanceof ArrayBuffer) || value.byteLength === 0) return value;
  const bytes = new Uint8Array(value);
  const opened = decryptBytes(bytes, place, keys);
  if (opened !== null && isCurrent(bytes, keys)) return value;
  return encryptBytes(opened ?? bytes, place, keys).buffer;
}
