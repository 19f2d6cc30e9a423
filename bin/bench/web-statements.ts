import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startDesk } from "./web-server.ts";
import { visit } from "./web-visit.ts";

/** How many SQL statements each page takes, in a server that tells them; exact. `VERBOSE=1` prints them. */
export async function countStatements<Page extends string>(
  desk: string,
  cookie: string,
  paths: Record<Page, string>,
): Promise<Record<Page, number>> {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-statements-"));
  const file = path.join(folder, "statements");
  const env = { DATA_DIR: desk, STATEMENTS_FILE: file };
  const tell = path.join(import.meta.dirname, "tell-statements.ts");
  const server = await startDesk(env, ["--import", tell]);
  const counts: Partial<Record<Page, number>> = {};
  try {
    for (const page of Object.keys(paths) as Page[]) {
      const asked = { server, path: paths[page], cookie };
      // The first visit opens the database and may note when the session was last seen.
      await visit(asked);
      writeFileSync(file, "");
      await visit(asked);
      const lines = readFileSync(file, "utf8").trimEnd().split("\n");
      counts[page] = lines.length;
      if (process.env["VERBOSE"])
        console.log([page, ...lines.map((line) => line.slice(0, 300))].join("\n  "));
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
  return counts as Record<Page, number>;
}
