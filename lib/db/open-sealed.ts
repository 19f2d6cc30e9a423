import type { ContentKeys } from "../config/content-keys.ts";
import { decryptBytes, decryptText, keyedHash, TEXT_MARK } from "../config/envelope.ts";
import type { Dialect } from "./dialect.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { type ColumnKind, SEALED } from "./sealed-columns.ts";
import { placeOf } from "./wanted-value.ts";

/** What the client can beside what Prisma gives it. */
export type Lookup = {
  /** The forms in which this value may stand in a column that mails are found by: plain, and as a keyed hash. */
  $asKept(value: string): string[];
  /** A row of a table as a statement by hand read it, its id among the columns: what is encrypted opened, JSON parsed. */
  $opened<Row extends object>(table: string, row: Row): Row;
  /** The id of the key that encrypts. */
  $contentKey(): string;
  /** For statements written by hand. */
  readonly $dialect: Dialect;
};

/** A client that reads encrypted columns as what they say. Where the key is missing a text stays what it is in the file. */
export function openingSealed(
  client: PrismaClient,
  keys: ContentKeys,
  dialect: Dialect,
): PrismaClient & Lookup {
  const result = Object.fromEntries(
    Object.entries(SEALED).map(([table, { id, columns }]) => [
      table.charAt(0).toLowerCase() + table.slice(1),
      Object.fromEntries(
        Object.entries(columns).flatMap(([column, kind]) => {
          const open = OPEN[kind];
          if (!open) return [];
          const compute = (row: Record<string, unknown>) =>
            open(row[column], placeOf(table, column, row[id]), keys);
          return [[column, { needs: { [id]: true, [column]: true }, compute }]];
        }),
      ),
    ]),
  );
  const $asKept = (value: string) => [value, keyedHash(value, keys)];
  // Made from the table: no type of Prisma's can know it.
  const $opened = (table: string, row: object) => opened(table, row, keys);
  const beside = { $asKept, $opened, $contentKey: () => keys.current, $dialect: dialect };
  const query = { $allModels: Object.fromEntries(WRITES.map((one) => [one, withoutArguments])) };
  const extension = { result, client: beside, query } as Parameters<PrismaClient["$extends"]>[0];
  return client.$extends(extension) as unknown as PrismaClient & Lookup;
}

/** Only these carry words; reading, which is most of what a page does, stays as quick as it was. */
const WRITES = [
  "create",
  "createMany",
  "createManyAndReturn",
  "update",
  "updateMany",
  "updateManyAndReturn",
  "upsert",
];
type Asking = { args: unknown; query: (args: unknown) => Promise<unknown> };

/**
 * A query that does not fit the schema is a mistake of ours. Prisma quotes all that was to be written in its error, whatever
 * its `errorFormat`: words of a sealed case, and from there they get into logs. Which operation it was stays.
 */
async function withoutArguments({ args, query }: Asking): Promise<unknown> {
  try {
    return await query(args);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientValidationError) throw bare(error);
    throw error;
  }
}

function bare(error: Prisma.PrismaClientValidationError): Error {
  const [, operation = "A query"] = /Invalid `([\w.$]{1,100}\(\))`/.exec(error.message) ?? [];
  const plain = new Prisma.PrismaClientValidationError(
    `${operation} does not fit the schema`,
    error,
  );
  const place = error.stack?.split("\n").filter((line) => line.startsWith("    at "));
  plain.stack = [`${plain.name}: ${plain.message}`, ...(place ?? [])].join("\n");
  return plain;
}

function opened(table: string, row: object, keys: ContentKeys): object {
  const read: Record<string, unknown> = { ...row };
  const { id = "", columns = {} } = SEALED[table] ?? {};
  for (const column in columns) {
    const kind = columns[column];
    const open = kind && OPEN[kind];
    const value = read[column];
    if (!open || value === null || value === undefined) continue;
    const isText = typeof value === "string" && !value.startsWith(TEXT_MARK);
    if (isText && kind !== "json") continue;
    // The envelope of a JSON column may stand in it as a JSON string.
    const said = isText ? JSON.parse(value) : value;
    read[column] = open(said, placeOf(table, column, read[id]), keys);
  }
  return read;
}

type Open = (value: unknown, place: string, keys: ContentKeys) => unknown;

const OPEN: Partial<Record<ColumnKind, Open>> = {
  text: (value, place, keys) =>
    typeof value === "string" ? (decryptText(value, place, keys) ?? value) : value,
  json: (value, place, keys) => {
    if (typeof value !== "string" || !value.startsWith(TEXT_MARK)) return value;
    const opened = decryptText(value, place, keys);
    if (opened !== null) return JSON.parse(opened);
    throw new Error(
      `${place} cannot be read: it was encrypted with a key that is not in content.keys, or somebody changed it. Put content.keys back from your backup.`,
    );
  },
  bytes: (value, place, keys) =>
    value instanceof Uint8Array ? (decryptBytes(value, place, keys) ?? value) : value,
};
