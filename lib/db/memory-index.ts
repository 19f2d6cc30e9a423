import { createClient } from "@libsql/client";

/** The tokenizer of the index on the disk, so that both find the same. */
const TOKENIZER = "unicode61 remove_diacritics 2";

/**
 * Puts texts into a full text index that is in memory and for this one question only. `expression`: of FTS5, over the columns
 * of the texts. Returns the ids it finds, the highest first.
 */
export async function matchInMemory(
  texts: readonly { id: bigint; columns: Record<string, string> }[],
  expression: string,
): Promise<bigint[]> {
  const [first] = texts;
  if (!first) return [];
  const names = Object.keys(first.columns);
  const client = createClient({ url: ":memory:", intMode: "bigint" });
  try {
    const columns = names.map((name) => `"${name}"`).join(", ");
    await client.execute(
      `CREATE VIRTUAL TABLE "Asked" USING fts5(${columns}, content='', tokenize='${TOKENIZER}')`,
    );
    const sql = `INSERT INTO "Asked" (rowid, ${columns}) VALUES (?${", ?".repeat(names.length)})`;
    for (const { id, columns: said } of texts)
      await client.execute({ sql, args: [id, ...names.map((name) => said[name] ?? "")] });
    const { rows } = await client.execute({
      sql: `SELECT rowid AS "id" FROM "Asked" WHERE "Asked" MATCH ? ORDER BY rowid DESC`,
      args: [expression],
    });
    return rows.map(({ id }) => BigInt(String(id)));
  } finally {
    client.close();
  }
}
