import { type Client, createClient } from "@libsql/client";
import { DESK_VIEWER } from "../../lib/accounts/viewer.ts";
import { openDb } from "../../lib/db/client.ts";
import { type Statement, watchStatements } from "../../lib/db/watch-statements.ts";
import { findTexts } from "../../lib/search/find-texts-store.ts";
import { parseQuery } from "../../lib/search/parse-query.ts";
import { cpuMicros, median } from "./cpu-clock.ts";
import { commonWord } from "./web-words.ts";

const QUERIES = 200;

/**
 * Milliseconds the database takes for a search of two words, each as common as words are: the statements of the search
 * itself, given to the engine again without anything between.
 */
export async function searchTimes(url: string): Promise<{ p50: number; p95: number; cpu: number }> {
  const db = openDb(url);
  const client = createClient({ url });
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let n = 0; n < QUERIES; n++) {
    const typed = `${commonWord(n, 1)} ${commonWord(n, 2)}`;
    const statements: Statement[] = [];
    const stop = watchStatements((statement) => void statements.push(statement));
    await findTexts(db, DESK_VIEWER, parseQuery(typed), { size: 50, after: null });
    stop();
    const [wall, cpu] = await replay(client, statements);
    walls.push(wall);
    cpus.push(cpu);
  }
  client.close();
  await db.$disconnect();
  walls.sort((a, b) => a - b);
  return { p50: median(walls), p95: walls[Math.floor(QUERIES * 0.95)] ?? 0, cpu: median(cpus) };
}

async function replay(client: Client, statements: readonly Statement[]): Promise<[number, number]> {
  const [began, start] = [performance.now(), cpuMicros()];
  for (const statement of statements) await client.execute(statement as never);
  return [performance.now() - began, (cpuMicros() - start) / 1000];
}
