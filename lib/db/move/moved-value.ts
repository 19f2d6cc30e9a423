import { createHash } from "node:crypto";

/** What a column of the desk holds, whichever database it stands in. */
export type ColumnType = "text" | "json" | "number" | "truth" | "moment" | "bytes";
export type Column = { name: string; type: ColumnType };
/** A value as both databases can be given it: bytes are bytes, moments milliseconds of UTC, truths true or false. */
export type Moved = string | number | bigint | boolean | Uint8Array | null;

const TYPES: Readonly<Record<string, ColumnType>> = {
  TEXT: "text",
  JSONB: "json",
  INTEGER: "number",
  "INTEGER UNSIGNED": "number",
  BIGINT: "number",
  REAL: "number",
  BOOLEAN: "truth",
  DATETIME: "moment",
  BLOB: "bytes",
};

/** Of a type as Prisma's migrations for SQLite declare it. Throws at one the desk has not had yet. */
export function columnType(declared: string): ColumnType {
  const type = TYPES[declared.toUpperCase()];
  if (type === undefined) throw new Error(`A column of the type ${declared} cannot be moved yet.`);
  return type;
}

const READ: Readonly<Record<ColumnType, (value: unknown) => Moved>> = {
  truth: (value) => value === true || Number(value) === 1,
  moment: (value) => (value instanceof Date ? value.getTime() : momentOf(value)),
  number: (value) => (typeof value === "bigint" ? value : Number(value)),
  bytes: (value) => new Uint8Array(value as ArrayBuffer),
  json: String,
  // PostgreSQL has no NUL in a text: it arrives as U+FFFD, here as there.
  text: (value) => String(value).replaceAll("\0", "\uFFFD"),
};

/** What a database hands out, as it is moved. */
export function movedValue(type: ColumnType, value: unknown): Moved {
  return value === null || value === undefined ? null : READ[type](value);
}

/** SQLite keeps moments as text, and as milliseconds where a default of the schema wrote them. */
function momentOf(value: unknown): number {
  return typeof value === "string" ? Date.parse(value) : Number(value);
}

/** Of rows in whatever order: how many, and the sum of their SHA-256 as a number of 256 bits. */
export type Tally = { count: number; sum: bigint };
export const NOTHING: Tally = { count: 0, sum: 0n };
const BITS = 2n ** 256n;

export function tallied({ count, sum }: Tally, rows: readonly (readonly Moved[])[]): Tally {
  const more = rows.reduce((all, row) => all + hashOf(row), 0n);
  return { count: count + rows.length, sum: (sum + more) % BITS };
}

export function isSame(a: Tally, b: Tally): boolean {
  return a.count === b.count && a.sum === b.sum;
}

/** Each value with its kind and its length, so that no two rows are written alike. */
function hashOf(row: readonly Moved[]): bigint {
  const hash = createHash("sha256");
  for (const value of row) {
    const bytes = value instanceof Uint8Array ? value : Buffer.from(String(value), "utf8");
    hash.update(`${kindOf(value)}${bytes.length}:`).update(bytes);
  }
  return BigInt(`0x${hash.digest("hex")}`);
}

function kindOf(value: Moved): string {
  if (value === null) return "0";
  if (value instanceof Uint8Array) return "b";
  if (typeof value === "boolean") return "t";
  return typeof value === "string" ? "s" : "n";
}
