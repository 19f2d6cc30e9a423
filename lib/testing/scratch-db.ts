import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Db, openDb } from "../db/client.ts";
import { migrate } from "../db/migrate.ts";
import { onServer, TEMPLATE, testServer } from "./postgresql-server.ts";

/** An empty, migrated desk in a folder of its own, or in a database of its own where the tests run on PostgreSQL. `close` removes it. */
export async function scratchDb(): Promise<{ db: Db; url: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-test-"));
  const server = testServer();
  const { url, drop } = server ? await onPostgresql(server) : inFolder(folder);
  if (!server) await migrate(url, process.cwd());
  const db = openDb(url);
  return {
    db,
    url,
    close: async () => {
      await db.$disconnect();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function inFolder(folder: string) {
  return { url: `file:${path.join(folder, "desk.db")}`, drop: async () => undefined };
}

/** A copy of the one that was migrated when the tests began. */
async function onPostgresql(server: string) {
  const name = `desk_${randomBytes(6).toString("hex")}`;
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}
