import { createHash } from "node:crypto";
import { BYTES_MARK } from "../config/envelope.ts";
import type { Db, Tx } from "./client.ts";
import { noteAll as noteAllThere } from "./postgresql/seal-triggers.ts";
import { noteAll, noteOldBytes } from "./seal-triggers.ts";
import { belongsSql, SEALED } from "./sealed-columns.ts";
import { SEALED_AS, SEALED_WITH } from "./sealed-with.ts";

const BATCH = 50;

/**
 * Encrypts with the newest key what is plain or under an older one: after an upgrade, and after `exitdesk keys new`. The worker
 * does it at its start, in small transactions; what was done stays done when it is stopped.
 */
export async function sealOldRows(db: Db, isStopped: () => boolean): Promise<void> {
  const key = db.$contentKey();
  const as = createHash("sha256").update(JSON.stringify(SEALED)).digest("hex").slice(0, 16);
  const isOfKey = await isSet(db, SEALED_WITH, key);
  if (isOfKey && (await isSet(db, SEALED_AS, as))) return;
  const tables = Object.keys(SEALED);
  for (const table of tables.filter((one) => SEALED[one]?.caseOf === "every" && !isOfKey))
    if (!(await sealBytes(db, table, isStopped))) return;
  const sealed = await db.case.findMany({ where: { sealed: true }, select: { id: true } });
  for (const { id } of sealed) {
    if (isStopped()) return;
    await db.$transaction(async (tx) => {
      for (const table of tables) {
        const ofCase = belongsSql(table, "Case", db.$dialect === "sqlite" ? "?" : "$1");
        if (ofCase !== null) await tx.$executeRawUnsafe(noteIn(db, table, ofCase), id);
      }
    });
  }
  await db.$transaction(async (tx) => {
    if (db.$dialect === "sqlite") await tx.$executeRawUnsafe(noteOldBytes());
    await put(tx, SEALED_WITH, key);
    await put(tx, SEALED_AS, as);
  });
}

async function isSet(db: Db, key: string, value: string): Promise<boolean> {
  return (await db.setting.findUnique({ where: { key } }))?.value === value;
}

async function put(tx: Tx, key: string, value: string): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** Down the table by its ids; false: stopped. */
async function sealBytes(db: Db, table: string, isStopped: () => boolean): Promise<boolean> {
  const { id = "id", columns = {} } = SEALED[table] ?? {};
  const column = Object.entries(columns).find(([, kind]) => kind === "bytes")?.[0] ?? "";
  const head = Buffer.concat([BYTES_MARK, Buffer.from(db.$contentKey(), "latin1")]);
  const hex = head.toString("hex");
  const [first, mark] =
    db.$dialect === "sqlite" ? ["?", `x'${hex}'`] : ["$1", `'\\x${hex}'::bytea`];
  const stale = `length("${column}") > 0 AND substr("${column}", 1, ${head.length}) <> ${mark}`;
  for (let after = ""; !isStopped(); ) {
    const next = `SELECT "${id}" AS "id" FROM "${table}" WHERE "${id}" > ${first} AND ${stale} ORDER BY "${id}" LIMIT ${BATCH}`;
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(next, after);
    if (rows.length === 0) return true;
    const [from, to] = [after, rows.at(-1)?.id ?? ""];
    after = to;
    const here = `"${id}" > ${first} AND "${id}" <= ${db.$dialect === "sqlite" ? "?" : "$2"} AND ${stale}`;
    await db.$transaction((tx) => tx.$executeRawUnsafe(noteIn(db, table, here), from, to));
  }
  return false;
}

function noteIn({ $dialect }: Db, table: string, where: string): string {
  return $dialect === "sqlite" ? noteAll(table, where) : noteAllThere(table, where);
}
