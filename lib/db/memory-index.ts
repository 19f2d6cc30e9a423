import { createHash } from "node:crypto";
import Database from "libsql";

/** The tokenizer of the index on the disk, so that both find the same. */
const TOKENIZER = "unicode61 remove_diacritics 2";
/** One for each reader who searched a moment ago. */
const MOST_KEPT = 4;
/** What was opened does not stay in memory longer than somebody is searching. */
const KEPT_MS = 60_000;

type Index = InstanceType<typeof Database>;
/** A text as it is kept, encrypted or not: its columns beside the id are what is searched. */
type KeptText = { id: bigint | number };

const indexes = new Map<string, { index: Index; timer: NodeJS.Timeout }>();

/**
 * Puts texts into a full text index that is in memory only. The same rows, byte for byte, find it ready within a minute: a
 * text that was written again has another envelope, and so another index. `open`: what a row says, asked when it is put in;
 * `expression`: of FTS5, over the columns of the texts. Returns the ids it finds, the highest first.
 */
export function matchInMemory<Row extends KeptText>(
  rows: readonly Row[],
  open: (row: Row) => Row,
  expression: string,
): bigint[] {
  const [first] = rows;
  if (!first) return [];
  const key = digestOf(rows);
  const known = indexes.get(key);
  const index = known?.index ?? indexOf(rows.map(open));
  clearTimeout(known?.timer);
  indexes.delete(key);
  // The last used stand last.
  indexes.set(key, { index, timer: setTimeout(() => drop(key), KEPT_MS).unref() });
  if (indexes.size > MOST_KEPT) for (const oldest of [...indexes.keys()].slice(0, 1)) drop(oldest);
  const found = index
    .prepare(`SELECT rowid AS "id" FROM "Asked" WHERE "Asked" MATCH ? ORDER BY rowid DESC`)
    .all(expression) as { id: number }[];
  return found.map(({ id }) => BigInt(id));
}

function digestOf(rows: readonly KeptText[]): string {
  const hash = createHash("sha256");
  for (const row of rows) hash.update(JSON.stringify(Object.values(row).map(String)));
  return hash.digest("base64");
}

function indexOf(texts: readonly KeptText[]): Index {
  const index = new Database(":memory:");
  const names = columnsOf(texts[0] ?? {}).map(([name]) => `"${name}"`);
  const columns = names.join(", ");
  index.exec(
    `CREATE VIRTUAL TABLE "Asked" USING fts5(${columns}, content='', tokenize='${TOKENIZER}')`,
  );
  const put = index.prepare(
    `INSERT INTO "Asked" (rowid, ${columns}) VALUES (?${", ?".repeat(names.length)})`,
  );
  index.exec("BEGIN");
  for (const text of texts) put.run(Number(text.id), ...columnsOf(text).map(([, said]) => said));
  index.exec("COMMIT");
  return index;
}

function columnsOf(text: object): [name: string, said: string][] {
  return Object.entries(text).flatMap(([name, said]): [string, string][] =>
    name === "id" ? [] : [[name, String(said)]],
  );
}

function drop(key: string): void {
  indexes.get(key)?.index.close();
  indexes.delete(key);
}
