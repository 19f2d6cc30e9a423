import { createHash } from "node:crypto";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { commonWord } from "./web-words.ts";

type Row = Record<string, SQLInputValue>;
/** A case with what hangs on it, as rows of their tables. */
type Pattern = {
  case: Row;
  complaint: Row;
  drafts: Row[];
  timeline: Row[];
  facts: Row[];
  relays: Row[];
  text: Row;
};

const STEP = 5_000;
const YEARS = 5;
const FAR = Date.UTC(9999, 0, 1);

/**
 * Fills the desk up to so many cases with copies of those it has. Written with the engine's own means: no triggers and no
 * indexes meanwhile, all of them again at the end, as one would bring a big desk over from elsewhere.
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
  const have = Number(db.prepare(`SELECT count(*) AS n FROM "Case"`).get()?.["n"]);
  for (let at = have; at < cases; at += STEP) {
    db.exec("BEGIN");
    for (let n = at; n < Math.min(at + STEP, cases); n++)
      copyOne(insert, pick(patterns, n), n, cases);
    db.exec("COMMIT");
  }
  db.exec(`INSERT INTO "OpenSearch" ("OpenSearch") VALUES ('rebuild')`);
  db.exec(`INSERT INTO "SealedSearch" ("SealedSearch") VALUES ('rebuild')`);
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
  db.exec("ANALYZE; PRAGMA journal_mode = WAL");
  db.close();
}

function readPatterns(db: DatabaseSync): Pattern[] {
  const rows = (sql: string, ...args: SQLInputValue[]) => db.prepare(sql).all(...args) as Row[];
  return rows(`SELECT * FROM "Case" WHERE "complaintCount" = 1`).flatMap((found) => {
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
  });
}

function pick(patterns: readonly Pattern[], n: number): Pattern {
  const pattern = patterns[(n * 7919) % patterns.length];
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

/** Of a hundred cases two wait for the operator and one for an answer; a sealed one is open or closed like the others. */
function stateOf(n: number): "open" | "waiting" | "done" {
  const place = (n * 31) % 100;
  if (place < 2) return "open";
  return place === 2 ? "waiting" : "done";
}

function copyOne(insert: Insert, pattern: Pattern, n: number, cases: number): void {
  const at = Date.now() - (cases - n) * ((YEARS * 365 * 86_400_000) / cases);
  const caseId = idOf(at, `case ${n}`);
  const complaintId = idOf(at, `complaint ${n}`);
  const state = stateOf(n);
  const ref = refOf(n);
  const hash = createHash("sha256").update(`raw ${n}`).digest("hex");
  const said = Array.from({ length: 40 }, (_, place) => commonWord(n, place)).join(" ");
  const when = stamp(at);
  const due = state === "open" && n % 3 === 0 ? at + 5 * YEARS * 86_400_000 : null;
  insert("RawMail", { sha256: hash, gzip: EMPTY, size: 0, storedAt: when });
  insert("Case", {
    ...pattern.case,
    id: caseId,
    ref,
    state,
    openedAt: when,
    lastMailAt: when,
    closedAt: state === "done" ? when : null,
    deadlineAt: due === null ? null : stamp(due),
    sortAt: stamp(due ?? FAR),
  });
  insert("Complaint", {
    ...pattern.complaint,
    id: complaintId,
    caseId,
    rawSha256: hash,
    receivedAt: when,
    messageId: `<${n}@bench.example>`,
    ticket: null,
    repeatKey: null,
  });
  for (const relay of pattern.relays) insert("ComplaintRelay", { ...relay, complaintId });
  for (const fact of pattern.facts) insert("CaseFact", { ...fact, caseId });
  for (const [place, entry] of pattern.timeline.entries())
    insert("TimelineEntry", { ...entry, id: idOf(at, `entry ${n} ${place}`), caseId, at: when });
  if (state !== "done")
    for (const [place, draft] of pattern.drafts.entries())
      insert("Draft", { ...draft, id: idOf(at, `draft ${n} ${place}`), caseId });
  const text = `${String(pattern.text["text"]).slice(0, 600)}\n${said}`;
  insert("SearchText", {
    ...pattern.text,
    id: BigInt(Math.floor(at / 1000)) * 2n ** 20n + BigInt(n % 2 ** 20),
    complaintId,
    caseId,
    text,
    caseMarks: String(pattern.text["caseMarks"]).replace(/^\S+/, ref),
  });
}

/** The bytes of the copies' mails are not kept: no page of the benchmark opens them. */
const EMPTY = new Uint8Array(0);

/** As UUID version 7: the moment, then what makes it unlike others. */
function idOf(at: number, what: string): string {
  const time = Math.floor(at).toString(16).padStart(12, "0");
  const rest = createHash("md5").update(what).digest("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}

const LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";

function refOf(n: number): string {
  let rest = n + 28 ** 7;
  let ref = "";
  for (let place = 0; place < 8; place++) {
    ref += LETTERS[rest % 28];
    rest = Math.floor(rest / 28);
  }
  return ref;
}

/** As Prisma writes moments into SQLite. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace("Z", "+00:00");
}
