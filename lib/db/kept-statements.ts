import Database from "libsql";

/** A page of the desk needs about forty different ones; a prepared statement takes some tens of kilobytes. */
const MOST = 200;
/**
 * What changes rows is prepared each time: it is rare, and the commit costs more. So is a query of all columns: kept, it would
 * not see what a migration made of them.
 */
const READS = /^\s*select\b(?!\s*(?:\w{1,60}\.)?\*)/i;

type Statement = { columns: () => object[] };
type Connection = { prepare: (sql: string) => Statement };

const kept = new WeakMap<Connection, Map<string, Statement>>();
const connections: Connection = Database.prototype;
let isKeeping = false;

/**
 * From here on each connection keeps the queries it has prepared: preparing takes longer than most of ours take to run, and
 * the client has no way to ask for it. Safe, because the client reads all rows of a query at once, and SQLite prepares a
 * kept one again by itself when the schema has changed (https://www.sqlite.org/c3ref/prepare.html).
 */
export function keepStatements(): void {
  if (isKeeping) return;
  isKeeping = true;
  const prepareAnew = connections.prepare;
  connections.prepare = function (this: Connection, sql) {
    return READS.test(sql) ? prepareOnce(this, sql, prepareAnew) : prepareAnew.call(this, sql);
  };
}

function prepareOnce(db: Connection, sql: string, prepareAnew: Connection["prepare"]): Statement {
  const statements = kept.get(db) ?? new Map<string, Statement>();
  kept.set(db, statements);
  const statement = statements.get(sql) ?? knowingColumns(prepareAnew.call(db, sql));
  // The last used stand last.
  statements.delete(sql);
  statements.set(sql, statement);
  if (statements.size > MOST) dropFirst(statements);
  return statement;
}

/** The client asks for the columns twice at each run, and being told costs as much as a small query. */
function knowingColumns(statement: Statement): Statement {
  const columns = statement.columns();
  statement.columns = () => columns;
  return statement;
}

function dropFirst(statements: Map<string, Statement>): void {
  for (const sql of statements.keys()) {
    statements.delete(sql);
    return;
  }
}
