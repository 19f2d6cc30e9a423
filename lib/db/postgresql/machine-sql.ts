/**
 * A write as Prisma writes it. Parameters by their number, from 1; null: nothing of ours stands there, but NULL, what the database
 * decides, or what is reckoned from what is there.
 */
export type MachineWrite =
  | {
      kind: "insert";
      table: string;
      columns: string[];
      rows: (number | null)[][];
      /** The same as they are written. */
      tuples: string[];
      /** What is done where such a row is there already. */
      conflict: { columns: string[]; set: SetColumn[] } | null;
      /** What follows the rows. */
      rest: string;
    }
  | { kind: "update"; table: string; set: SetColumn[]; where: string; rest: string };
export type SetColumn = { column: string; parameter: number | null };

const INSERT = /^INSERT INTO "public"\."(\w+)" \(([^)]*)\) VALUES /;
const UPDATE = /^UPDATE "public"\."(\w+)" SET /;
const VALUE = /(?:\$(\d+)|DEFAULT|null)([,)])/y;
const SET = /"(\w+)" = (?:\$(\d+)|null|\("public"\."\w+"\."\w+" [-+*/] \$\d+\))(, )?/y;
const CONFLICT = /^ ON CONFLICT \(([^)]*)\) DO UPDATE SET /;

/**
 * What a statement of Prisma's writes into one of `tables`; null: it is no such INSERT or UPDATE of Prisma's (a read, a removal,
 * a statement by hand). Throws when it is one of which this does not understand every part: what is not understood cannot be encrypted.
 */
export function readMachineWrite(
  sql: string,
  tables: Readonly<Record<string, unknown>>,
): MachineWrite | null {
  const insert = INSERT.exec(sql);
  if (insert) return Object.hasOwn(tables, insert[1] ?? "") ? readInsert(sql, insert) : null;
  const update = UPDATE.exec(sql);
  if (!update || !Object.hasOwn(tables, update[1] ?? "")) return null;
  return readUpdate(sql, update);
}

function readInsert(sql: string, [head, table = "", names = ""]: RegExpExecArray): MachineWrite {
  const rows: (number | null)[][] = [];
  const tuples: string[] = [];
  let at = head.length;
  while (sql.charAt(at) === "(") {
    const row = readRow(sql, at + 1);
    rows.push(row.values);
    tuples.push(sql.slice(at, row.end));
    at = sql.startsWith(", (", row.end) || sql.startsWith(",(", row.end) ? row.end + 1 : row.end;
    while (sql.charAt(at) === " " && sql.charAt(at + 1) === "(") at += 1;
  }
  const columns = namesIn(names);
  if (rows.length === 0 || rows.some((row) => row.length !== columns.length)) throw unread(sql);
  const rest = sql.slice(at);
  const found = CONFLICT.exec(rest);
  const conflict = found && {
    columns: namesIn(found[1] ?? ""),
    set: readSet(rest, found[0].length).set,
  };
  return { kind: "insert", table, columns, rows, tuples, conflict, rest };
}

function readRow(sql: string, start: number): { values: (number | null)[]; end: number } {
  const values: (number | null)[] = [];
  for (let at = start; ; ) {
    VALUE.lastIndex = at;
    const found = VALUE.exec(sql);
    if (!found) throw unread(sql);
    values.push(found[1] === undefined ? null : Number(found[1]));
    at = VALUE.lastIndex;
    if (found[2] === ")") return { values, end: at };
  }
}

function readUpdate(sql: string, [head, table = ""]: RegExpExecArray): MachineWrite {
  const { set, end } = readSet(sql, head.length);
  if (!sql.startsWith(" WHERE ", end)) throw unread(sql);
  const returning = sql.lastIndexOf(" RETURNING ");
  const stop = returning === -1 ? sql.length : returning;
  return {
    kind: "update",
    table,
    set,
    where: sql.slice(end + " WHERE ".length, stop),
    rest: sql.slice(stop),
  };
}

function readSet(sql: string, start: number): { set: SetColumn[]; end: number } {
  const set: SetColumn[] = [];
  for (let at = start; ; ) {
    SET.lastIndex = at;
    const found = SET.exec(sql);
    if (!found) throw unread(sql);
    const [, column = "", parameter, more] = found;
    set.push({ column, parameter: parameter === undefined ? null : Number(parameter) });
    at = SET.lastIndex;
    if (more === undefined) return { set, end: at };
  }
}

function namesIn(list: string): string[] {
  return [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
}

function unread(sql: string): Error {
  return new Error(
    `The desk cannot tell what this statement writes, so it is not sent: ${sql.slice(0, 200)}`,
  );
}
