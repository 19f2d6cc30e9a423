import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { copyOf, type Pattern, type Row } from "./web-copy.ts";
import { fraction } from "./web-words.ts";

const STEP = 5_000;

/**
 * Fills the desk up to so many cases with copies of those it has. Written with the engine's own means: no triggers and no
 * indexes meanwhile, all of them again at the end. Not analysed: the desk's engine never is, and plans without statistics.
 */
export function copyCases(file: string, cases: number): void {
  const db = new DatabaseSync(file);
  db.exec(
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA foreign_keys = OFF",
  );
  const patterns = readPatterns(db);
  const kept = db
    .prepare(
      `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', 'trigger')`,
    )
    .all() as { type: string; name: string; sql: string }[];
  for (const { type, name } of kept) db.exec(`DROP ${type} "${name}"`);
  const insert = inserter(db);
  const now = Date.now();
  const have = Number(db.prepare(`SELECT count(*) AS n FROM "Case"`).get()?.["n"]);
  for (let at = have; at < cases; at += STEP) {
    db.exec("BEGIN");
    for (let n = at; n < Math.min(at + STEP, cases); n++)
      for (const [table, row] of copyOf(pick(patterns, n), n, cases, now)) insert(table, row);
    db.exec("COMMIT");
  }
  db.exec(`INSERT INTO "OpenSearch" ("OpenSearch") VALUES ('rebuild')`);
  for (const { sql } of kept) db.exec(sql);
  const done = JSON.stringify({
    version: 1,
    source: 3,
    before: null,
    done: 0,
    all: 0,
    after: null,
    isDone: true,
  });
  for (const key of ["search-texts", "case-facts"])
    db.prepare(`INSERT OR REPLACE INTO "Setting" ("key", "value") VALUES (?, ?)`).run(key, done);
  db.exec("PRAGMA journal_mode = WAL");
  db.close();
}

/** Sealed cases are few on any desk, and encrypted row by row: those of the sample mailbox stay the only ones. */
function readPatterns(db: DatabaseSync): Pattern[] {
  const rows = (sql: string, ...args: SQLInputValue[]) => db.prepare(sql).all(...args) as Row[];
  return rows(`SELECT * FROM "Case" WHERE "complaintCount" = 1 AND NOT "sealed"`).flatMap(
    (found) => {
      const id = found["id"] ?? null;
      const [complaint] = rows(`SELECT * FROM "Complaint" WHERE "caseId" = ?`, id);
      const [text] = rows(
        `SELECT * FROM "SearchText" WHERE "complaintId" IS NOT NULL AND "caseId" = ?`,
        id,
      );
      if (!complaint || !text) return [];
      const of = (table: string) => rows(`SELECT * FROM "${table}" WHERE "caseId" = ?`, id);
      return [
        {
          case: found,
          complaint,
          closedTriage: shortened(String(complaint["triage"])),
          text,
          drafts: of("Draft"),
          timeline: of("TimelineEntry"),
          facts: of("CaseFact"),
          relays: rows(
            `SELECT * FROM "ComplaintRelay" WHERE "complaintId" = ?`,
            complaint["id"] ?? null,
          ),
        },
      ];
    },
  );
}

function shortened(triage: string): string {
  const { complaint, evidence, ...rest } = JSON.parse(triage);
  const message = { ...complaint.message, body: [] };
  return JSON.stringify({
    ...rest,
    complaint: { ...complaint, message, events: [] },
    evidence: { ...evidence, events: [] },
  });
}

function pick(patterns: readonly Pattern[], n: number): Pattern {
  const pattern = patterns[Math.floor(fraction(n * 64 + 62) * patterns.length)];
  if (!pattern) throw new Error("the sample mailbox gave no case");
  return pattern;
}

type Insert = (table: string, row: Row) => void;

function inserter(db: DatabaseSync): Insert {
  const prepared = new Map<string, StatementSync>();
  return (table, row) => {
    const columns = Object.keys(row);
    let statement = prepared.get(table);
    if (!statement) {
      const names = columns.map((name) => `"${name}"`).join(", ");
      statement = db.prepare(
        `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => "?").join(", ")})`,
      );
      prepared.set(table, statement);
    }
    statement.run(...columns.map((name) => row[name] ?? null));
  };
}
