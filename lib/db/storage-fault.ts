/** What keeps a database from working though nothing is wrong with what was asked of it. */
export type StorageFault = "full" | "read-only" | "busy" | "broken";

/**
 * The words of SQLite for each (https://www.sqlite.org/rescode.html), as they come out of libsql and of Prisma: inside a
 * transaction as `LibsqlError` with SQLite's code, outside as Prisma's P2039 with SQLite's message in its own.
 */
const BY_WORDS: readonly (readonly [RegExp, StorageFault])[] = [
  [/database or disk is full|SQLITE_FULL|ENOSPC|No space left on device/, "full"],
  [/readonly database|SQLITE_READONLY|EROFS|SQLITE_CANTOPEN|read-only transaction/, "read-only"],
  [/database is locked|SQLITE_BUSY|Unable to start a transaction|P1008/, "busy"],
  // Of PostgreSQL: somebody else writes for long, or the server is away, starting or full of connections.
  [/due to lock timeout|P1001|P1017|P2037/, "busy"],
  [/Connection terminated|terminating connection|starting up|shutting down/, "busy"],
  [/SQLITE_IOERR|disk I\/O error|SQLITE_CORRUPT|SQLITE_NOTADB|malformed/, "broken"],
];

/** Which fault of the storage an error comes from; null when it comes from something else. */
export function storageFault(error: unknown): StorageFault | null {
  const words = wordsOf(error, 0);
  return BY_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

function wordsOf(error: unknown, depth: number): string {
  if (!(error instanceof Error) || depth > 4) return "";
  const code = "code" in error ? String(error.code) : "";
  // Prisma's message begins with the call that failed; SQLite's words are its end.
  return `${code} ${error.message.slice(-2_000)} ${wordsOf(error.cause, depth + 1)}`;
}
