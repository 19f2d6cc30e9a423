import { isNewestSeal, seal, unseal } from "../config/secret.ts";
import { SECRET_COLUMNS, type SecretColumn } from "../config/secret-columns.ts";
import type { Db, Tx } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";

/** Setting: the id of the secret key all secrets were last sealed with. */
const SECRETS_SEALED_WITH = "secrets-sealed-with";
/** So many rows in one transaction: nobody waits long for a turn to write. */
const BATCH = 20;

/** `unreadable`: no key opens them; they are left as they are. */
export type Resealed = { done: number; unreadable: number };

/**
 * Seals anew, with the newest key, what an older one opens; in small transactions, each whole or not at all, so that it can
 * be stopped anywhere and begun again. A secret somebody changes in the same moment stays what they made it.
 */
export async function resealSecrets(db: Db, keys: Uint8Array): Promise<Resealed> {
  const sum = { done: 0, unreadable: 0 };
  for (const column of SECRET_COLUMNS)
    for (let after: string | null = ""; after !== null; ) {
      const from: string = after;
      const step = await db.$transaction((tx) => resealNext(tx, column, keys, from));
      sum.done += step.done;
      sum.unreadable += step.unreadable;
      after = step.last;
    }
  return sum;
}

/** How many secrets there are, and how many of them no key opens. */
export async function countSecrets(
  db: Db | Tx,
  keys: Uint8Array,
): Promise<{ all: number; unreadable: number }> {
  const count = { all: 0, unreadable: 0 };
  for (const column of SECRET_COLUMNS)
    for (const { id, value } of await valuesOf(db, column, "", null)) {
      count.all += 1;
      if (unseal(value, column.purpose(id), keys) === null) count.unreadable += 1;
    }
  return count;
}

export async function secretsSealedWith(tx: Db | Tx): Promise<string | null> {
  const row = await tx.setting.findUnique({ where: { key: SECRETS_SEALED_WITH } });
  return row ? String(row.value) : null;
}

export async function noteSealedWith(tx: Tx, id: string): Promise<void> {
  const key = SECRETS_SEALED_WITH;
  await tx.setting.upsert({ where: { key }, create: { key, value: id }, update: { value: id } });
}

async function resealNext(
  tx: Tx,
  column: SecretColumn,
  keys: Uint8Array,
  after: string,
): Promise<Resealed & { last: string | null }> {
  const rows = await valuesOf(tx, column, after, BATCH);
  const step = { done: 0, unreadable: 0 };
  for (const { id, value } of rows) {
    const purpose = column.purpose(id);
    if (isNewestSeal(value, purpose, keys)) continue;
    const text = unseal(value, purpose, keys);
    if (text === null) step.unreadable += 1;
    else step.done += await replace(tx, column, id, value, seal(text, purpose, keys));
  }
  return { ...step, last: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null) };
}

async function valuesOf(
  tx: Db | Tx,
  { table, id, column }: SecretColumn,
  after: string,
  take: number | null,
): Promise<{ id: string; value: string }[]> {
  const [of, name, where] = [named(column), named(id), named(table)];
  const limit = take === null ? Prisma.empty : Prisma.sql`LIMIT ${take}`;
  return await tx.$queryRaw<{ id: string; value: string }[]>`
    SELECT ${name} AS "id", ${of} AS "value" FROM ${where}
    WHERE ${name} > ${after} AND ${of} IS NOT NULL AND ${of} <> '' ORDER BY ${name} ${limit}`;
}

async function replace(
  tx: Tx,
  { table, id, column }: SecretColumn,
  row: string,
  before: string,
  value: string,
): Promise<number> {
  const of = named(column);
  return await tx.$executeRaw`
    UPDATE ${named(table)} SET ${of} = ${value} WHERE ${named(id)} = ${row} AND ${of} = ${before}`;
}

/** Of `SECRET_COLUMNS` only. */
function named(word: string): Prisma.Sql {
  return Prisma.raw(`"${word}"`);
}
