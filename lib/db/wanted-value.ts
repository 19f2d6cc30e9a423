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
import type { ColumnKind } from "./sealed-columns.ts";

/** A column of a row, where it stands, and whether the row's case is sealed. Bytes as they are, JSON as text. */
export type SealedValue<V> = { kind: ColumnKind; value: V; place: string; on: boolean };

/** What an envelope is bound to. */
export function placeOf(table: string, column: string, id: unknown): string {
  return `${table}.${column}:${String(id)}`;
}

/** What has to stand there; the value itself when that is it. A flag is a truth, whatever it was. */
export function wantedValue<V>(
  column: SealedValue<V>,
  keys: ContentKeys,
): V | string | boolean | Uint8Array<ArrayBuffer> {
  const { kind, value, place, on } = column;
  if (kind === "flag") return on;
  if (kind === "bytes")
    return value instanceof Uint8Array ? wantedBytes(value, place, keys) : value;
  if (typeof value !== "string" || value === "") return value;
  if (kind === "text" || kind === "json") return wantedText({ ...column, value }, keys);
  if (!on) return value;
  if (kind === "blank") return "";
  return value.startsWith(HASH_MARK) ? value : keyedHash(value, keys);
}

/** A column of JSON holds its envelope as a JSON string. */
function wantedText({ kind, value, place, on }: SealedValue<string>, keys: ContentKeys): string {
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

function wantedBytes<V extends Uint8Array>(value: V, place: string, keys: ContentKeys) {
  // Empty: the bytes were purged.
  if (value.byteLength === 0) return value;
  const opened = decryptBytes(value, place, keys);
  if (opened !== null && isCurrent(value, keys)) return value;
  return encryptBytes(opened ?? value, place, keys);
}
