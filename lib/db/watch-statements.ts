/** One SQL statement as it went to the database, with its values; transactions tell their BEGIN and COMMIT too. */
export type Statement = { sql: string; args: unknown };
type Watcher = (statement: Statement) => void;

/** On the process, not in the module: a web server bundles each page with a copy of its own. */
const onProcess = globalThis as { exitdeskStatements?: Set<Watcher> };

/** Tells `watcher` of every statement of this process from now on. Returns how to stop. For tests and measurements. */
export function watchStatements(watcher: Watcher): () => void {
  onProcess.exitdeskStatements ??= new Set();
  onProcess.exitdeskStatements.add(watcher);
  return () => void onProcess.exitdeskStatements?.delete(watcher);
}

/** Called by the driver before each statement; costs nothing while nobody watches. */
export function tellStatement(given: unknown): void {
  const watchers = onProcess.exitdeskStatements;
  if (!watchers || watchers.size === 0) return;
  const statement = typeof given === "string" ? { sql: given, args: [] } : (given as Statement);
  for (const watcher of watchers) watcher(statement);
}
