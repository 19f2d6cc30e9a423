import type { SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";
import type { ContentKeys } from "../../config/content-keys.ts";
import { isSealedSql, SEALED, type SealedTable } from "../sealed-columns.ts";
import { placeOf, wantedValue } from "../wanted-value.ts";
import { type MachineWrite, readMachineWrite, type SetColumn } from "./machine-sql.ts";

/** How statements get to the database, inside one transaction. */
export type Run = {
  queryRaw(query: SqlQuery): Promise<SqlResultSet>;
  executeRaw(query: SqlQuery): Promise<number>;
};
type How = keyof Run;
type Insert = Extract<MachineWrite, { kind: "insert" }>;
type Update = Extract<MachineWrite, { kind: "update" }>;
type Outcome = SqlResultSet | number;
/** Which rows are of sealed cases, as far as this transaction knows: by table and id. */
export type KnownSeals = Map<string, boolean>;
type At = { run: Run; keys: ContentKeys; known: KnownSeals };

/**
 * Runs a statement so that what it writes of a sealed case is encrypted before it leaves the desk. Where that cannot be known
 * from the statement alone, the rows it reaches are looked at first: nobody else writes meanwhile.
 */
export async function runSealed(at: At, how: How, query: SqlQuery): Promise<Outcome> {
  const write = readMachineWrite(query.sql, SEALED);
  const spec = write && SEALED[write.table];
  if (!write || !spec) return await at.run[how](query);
  return write.kind === "insert"
    ? await insert(at, how, query, write, spec)
    : await update(at, how, query, write, spec);
}

async function insert(
  at: At,
  how: How,
  query: SqlQuery,
  write: Insert,
  spec: SealedTable,
): Promise<Outcome> {
  const { table, columns, rows } = write;
  const on = await sealedRows(at, query, write, spec);
  const args = [...query.args];
  const idAt = columns.indexOf(spec.id);
  for (const [which, row] of rows.entries()) {
    const id = given(query, row[idAt] ?? null);
    at.known.set(`${table}:${String(id)}`, on[which] === true);
    const set = columns.map((column, place) => ({ column, parameter: row[place] ?? null }));
    if (on[which]) encrypt(at, { table, spec, query, id }, set, args);
  }
  if (spec.gone && on.includes(true)) return await insertOpen(at, how, query, write, on);
  if (write.conflict && on[0]) {
    const [id] = await idsWhere(at, query, write, spec);
    if (id !== undefined) encrypt(at, { table, spec, query, id }, write.conflict.set, args);
  }
  return await at.run[how]({ ...query, args });
}

/** Of a table that holds no row of a sealed case, the rows of other cases; what is left out counts as written. */
async function insertOpen(
  { run }: At,
  how: How,
  query: SqlQuery,
  { table, columns, rows, tuples, rest }: Insert,
  on: readonly boolean[],
): Promise<Outcome> {
  if (how === "queryRaw")
    throw new Error(`A row of ${table} would tell of a sealed case, and somebody waits for it.`);
  const open = tuples.filter((_, which) => !on[which]).join(",");
  if (open === "") return rows.length;
  const used = parametersIn(open);
  const names = columns.map((name) => `"${name}"`).join(",");
  await run.executeRaw({
    sql: `INSERT INTO "public"."${table}" (${names}) VALUES ${renumbered(open, used)}${rest}`,
    args: used.map((parameter) => query.args[parameter - 1]),
    argTypes: used.flatMap((parameter) => query.argTypes[parameter - 1] ?? []),
  });
  return rows.length;
}

/** The row that is there already, where an INSERT says what to do then. */
async function idsWhere(
  { run }: At,
  query: SqlQuery,
  { table, columns, rows, conflict }: Insert,
  spec: SealedTable,
): Promise<unknown[]> {
  const by = conflict?.columns ?? [];
  const used = by.map((name) => rows[0]?.[columns.indexOf(name)] ?? 0);
  const where = by.map((name, place) => `"${name}" = $${place + 1}`).join(" AND ");
  const { rows: found } = await run.queryRaw({
    sql: `SELECT "${spec.id}"::text FROM "public"."${table}" WHERE ${where}`,
    args: used.map((parameter) => query.args[parameter - 1]),
    argTypes: used.flatMap((parameter) => query.argTypes[parameter - 1] ?? []),
  });
  return found.map(([id]) => id);
}

/** Of each row that is inserted, whether its case is sealed. */
async function sealedRows(
  at: At,
  query: SqlQuery,
  { columns, rows }: Insert,
  { caseOf }: SealedTable,
): Promise<boolean[]> {
  if (caseOf === "every") return rows.map(() => true);
  const column = columns.indexOf(caseOf === "itself" ? "sealed" : caseOf.column);
  const values = rows.map((row) => given(query, row[column] ?? null));
  if (caseOf === "itself") return values.map((value) => value === true);
  return await areSealed(at, caseOf.in, values);
}

async function areSealed(
  { run, known }: At,
  table: string,
  ids: readonly unknown[],
): Promise<boolean[]> {
  const asked = [...new Set(ids)].filter((id) => id !== null && !known.has(`${table}:${id}`));
  if (asked.length > 0) {
    const { rows } = await run.queryRaw({
      sql: `SELECT r."id" FROM "${table}" r WHERE r."id" IN (${asked.map((_, n) => `$${n + 1}`)}) AND ${isSealedSql(table, "r")}`,
      args: asked,
      argTypes: asked.map(() => ({ scalarType: "string", arity: "scalar" })),
    });
    const sealed = new Set(rows.map(([id]) => id));
    for (const id of asked) known.set(`${table}:${id}`, sealed.has(id));
  }
  return ids.map((id) => known.get(`${table}:${id}`) ?? false);
}

async function update(
  at: At,
  how: How,
  query: SqlQuery,
  write: Update,
  spec: SealedTable,
): Promise<Outcome> {
  const { table, set, where, rest } = write;
  if (moves(spec, set)) at.known.clear();
  if (spec.gone || !set.some(({ column }) => column in spec.columns))
    return await at.run[how](query);
  const reached = await reachedRows(at, query, write, spec);
  const sealed = reached.filter(({ on }) => on);
  if (reached.length === 0) return await unheard(at, how, query, write, spec);
  if (sealed.length === 0) return await at.run[how](query);
  const outcomes: Outcome[] = [];
  if (sealed.length < reached.length) {
    const others = `NOT ${isOnSql(write, spec)}`;
    outcomes.push(await at.run[how](narrowed(query, write, others)));
  }
  for (const { id } of sealed) {
    const args = [...query.args, id];
    encrypt(at, { table, spec, query, id }, set, args);
    const sql = `${query.sql.slice(0, query.sql.length - where.length - rest.length)}(${where}) AND "public"."${table}"."${spec.id}" = $${args.length}${rest}`;
    const argTypes = [...query.argTypes, { scalarType: "string", arity: "scalar" } as const];
    outcomes.push(await at.run[how]({ sql, args, argTypes }));
  }
  return summed(outcomes);
}

/** What reaches no row is not told to the server either: often it is said again, as an INSERT, for a sealed case. */
async function unheard(
  at: At,
  how: How,
  query: SqlQuery,
  { table, set }: Update,
  spec: SealedTable,
): Promise<Outcome> {
  if (how === "executeRaw") return 0;
  const args = [...query.args];
  encrypt(at, { table, spec, query, id: null }, set, args);
  return await at.run[how]({ ...query, args });
}

/** Does it set or lift a seal, or put a row into another case? */
function moves({ caseOf }: SealedTable, set: readonly SetColumn[]): boolean {
  if (caseOf === "every") return false;
  const column = caseOf === "itself" ? "sealed" : caseOf.column;
  return set.some((one) => one.column === column);
}

/** The rows an UPDATE reaches, and whether each will be of a sealed case. */
async function reachedRows(
  at: At,
  query: SqlQuery,
  write: Update,
  spec: SealedTable,
): Promise<{ id: unknown; on: boolean }[]> {
  const { table, set, where } = write;
  const used = parametersIn(where);
  const { rows } = await at.run.queryRaw({
    sql: `SELECT "public"."${table}"."${spec.id}"::text, ${isOnSql(write, spec)} FROM "public"."${table}" WHERE ${renumbered(where, used)}`,
    args: used.map((parameter) => query.args[parameter - 1]),
    argTypes: used.flatMap((parameter) => query.argTypes[parameter - 1] ?? []),
  });
  const { caseOf } = spec;
  if (caseOf === "every") return rows.map(([id]) => ({ id, on: true }));
  const column = caseOf === "itself" ? "sealed" : caseOf.column;
  const moved = set.find((one) => one.column === column);
  if (!moved) return rows.map(([id, on]) => ({ id, on: on === true }));
  const value = given(query, moved.parameter);
  const on = caseOf === "itself" ? value : (await areSealed(at, caseOf.in, [value]))[0];
  return rows.map(([id]) => ({ id, on: on === true }));
}

function isOnSql({ table }: Update, { caseOf }: SealedTable): string {
  return caseOf === "every"
    ? "true"
    : `coalesce(${isSealedSql(table, `"public"."${table}"`)}, false)`;
}

function narrowed(query: SqlQuery, { where, rest }: Update, also: string): SqlQuery {
  const head = query.sql.slice(0, query.sql.length - where.length - rest.length);
  return { ...query, sql: `${head}(${where}) AND ${also}${rest}` };
}

function parametersIn(sql: string): number[] {
  return [...new Set([...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))];
}

function renumbered(sql: string, used: readonly number[]): string {
  return sql.replace(/\$(\d+)/g, (_, number) => `$${used.indexOf(Number(number)) + 1}`);
}

type Row = { table: string; spec: SealedTable; query: SqlQuery; id: unknown };

/** Puts into `args` what a row of a sealed case has to hold instead of what was given. */
function encrypt(
  { keys }: At,
  { table, spec, query, id }: Row,
  set: readonly SetColumn[],
  args: unknown[],
): void {
  for (const { column, parameter } of set) {
    const kind = spec.columns[column];
    if (kind === undefined || parameter === null) continue;
    const place = placeOf(table, column, id);
    const value = kind === "bytes" ? bytesOf(query, parameter) : query.args[parameter - 1];
    args[parameter - 1] = wantedValue({ kind, value, place, on: true }, keys);
  }
}

/** Prisma hands bytes on as base64. */
function bytesOf(query: SqlQuery, parameter: number): unknown {
  const value = query.args[parameter - 1];
  return typeof value === "string" ? new Uint8Array(Buffer.from(value, "base64")) : value;
}

function given(query: SqlQuery, parameter: number | null): unknown {
  return parameter === null ? null : query.args[parameter - 1];
}

function summed(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes;
  if (typeof first === "object")
    return { ...first, rows: outcomes.flatMap((one) => (typeof one === "object" ? one.rows : [])) };
  return outcomes.reduce<number>((sum, one) => sum + (typeof one === "number" ? one : 0), 0);
}
