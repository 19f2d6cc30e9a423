import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Db, openDb } from "../db/client.ts";
import { migrate } from "../db/migrate.ts";

/** An empty, migrated desk in a folder of its own. `close` removes it. */
export async function scratchDb(): Promise<{ db: Db; url: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-test-"));
  const url = `file:${path.join(folder, "desk.db")}`;
  await migrate(url, process.cwd());
  const db = openDb(url);
  return {
    db,
    url,
    close: async () => {
      await db.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
