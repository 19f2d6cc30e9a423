import { BYTES_MARK } from "../config/envelope.ts";
import type { Db } from "./client.ts";
import { noteAll, noteOldBytes } from "./seal-triggers.ts";
import { belongsSql, SEALED } from "./sealed-columns.ts";
import { SEALED_WITH } from "./sealed-with.ts";

const BATCH = 50;

/**
 * Encrypts with the newest key what is plain or under an older one: after an upgrade, and after `exitdesk keys new`. The worker
 * does it at its start, in small transactions; what was done stays done when it is stopped.
 */
export async function sealOldRows(db: Db, isStopped: () => boolean): Promise<void> {
  const key = db.$contentKey();
  const done = await db.setting.findUnique({ where: { key: SEALED_WITH } });
  if (done?.value === key) return;
  const tables = Object.keys(SEALED);
  for (const table of tables.filter((one) => SEALED[one]?.caseOf === "every"))
    if (!(await sealBytes(db, table, isStopped))) return;
  const sealed = await db.case.findMany({ where: { sealed: true }, select: { id: true } });
  for (const { id } of sealed) {
    if (isStopped()) return;
    await db.$transaction(async (tx) => {
      for (const table of tables) {
        const ofCase = belongsSql(table, "Case", "?");
        if (ofCase !== null) await tx.$executeRawUnsafe(noteAll(table, ofCase), id);
      }
    });
  }
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(noteOldBytes());
    const value = { value: key };
    await tx.setting.upsert({
      where: { key: SEALED_WITH },
      create: { key: SEALED_WITH, ...value },
      update: value,
    });
  });
}

/** Down the table by its rowids; false: stopped. */
async function sealBytes(db: Db, table: string, isStopped: () => boolean): Promise<boolean> {
  const columns = Object.entries(SEALED[table]?.columns ?? {});
  const column = columns.find(([, kind]) => kind === "bytes")?.[0] ?? "";
  const head = Buffer.concat([BYTES_MARK, Buffer.from(db.$contentKey(), "latin1")]).toString("hex");
  const stale = `"${column}" IS NOT NULL AND substr("${column}", 1, ${head.length / 2}) <> x'${head}'`;
  for (let after = -1; !isStopped(); ) {
    const next = `SELECT rowid AS "row" FROM "${table}" WHERE rowid > ? AND length("${column}") > 0 AND ${stale} ORDER BY rowid LIMIT ${BATCH}`;
    const rows = await db.$queryRawUnsafe<{ row: bigint | number }[]>(next, after);
    if (rows.length === 0) return true;
    after = Number(rows.at(-1)?.row);
    const here = rows.map(({ row }) => Number(row)).join(", ");
    await db.$transaction((tx) => tx.$executeRawUnsafe(noteAll(table, `rowid IN (${here})`)));
  }
  return false;
}
