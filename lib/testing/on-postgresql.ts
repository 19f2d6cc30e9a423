import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgresql } from "./postgresql-server.ts";

/** Before the first test on PostgreSQL: a server, and the desk every test begins with. Gives back how to end it. */
export async function setup(): Promise<() => void> {
  const server = await startPostgresql();
  const keys = mkdtempSync(path.join(tmpdir(), "exitdesk-keys-"));
  // biome-ignore lint/style/noProcessEnv: the tests run in processes of their own, which inherit it.
  Object.assign(process.env, { EXITDESK_TEST_DATABASE: server.url, DATA_DIR: keys });
  const stop = () => {
    server.stop();
    rmSync(keys, { recursive: true, force: true });
  };
  try {
    // Not in here: the engine is found by a way that vitest does not know before its workers run.
    execFileSync(process.execPath, ["lib/testing/make-template.ts", server.url]);
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}
