import { existsSync } from "node:fs";
import path from "node:path";
import { type Env, readEnv } from "../../lib/config/env.ts";
import { appliedMigrations } from "../../lib/db/applied-migrations.ts";
import { openDb } from "../../lib/db/client.ts";
import { dialectOf } from "../../lib/db/dialect.ts";
import { knownMigrations } from "../../lib/db/known-migrations.ts";
import { checkServer } from "../../lib/db/postgresql/check-server.ts";
import {
  type Check,
  checkContentKeys,
  checkDatabase,
  checkFolder,
  checkMailboxes,
  checkNode,
  checkQueues,
} from "./doctor-checks.ts";
import { checkChoices, checkEnv } from "./doctor-privacy.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const MARK = { ok: "ok   ", warn: "look ", wrong: "WRONG" };

/** `exitdesk doctor`: one line a check; changes nothing. Exit status 1 when something is wrong, 2 for wrong usage. */
export async function doctorCommand(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write("usage: exitdesk doctor\n");
    return 2;
  }
  let wrong = 0;
  for await (const { state, text } of checks()) {
    process.stdout.write(`${MARK[state]}  ${text}\n`);
    if (state === "wrong") wrong += 1;
  }
  return wrong === 0 ? 0 : 1;
}

async function* checks(): AsyncGenerator<Check> {
  yield checkNode(process.versions.node);
  const env = settings();
  if ("state" in env) return yield env;
  yield { state: "ok", text: "the settings can be read" };
  yield* checkEnv(env);
  if (!existsSync(env.DATA_DIR)) return yield notYet(env.DATA_DIR);
  yield* await checkFolder(env.DATA_DIR);
  yield* databaseChecks(env.DATABASE_URL);
}

function settings(): Env | Check {
  try {
    return readEnv();
  } catch (error) {
    return { state: "wrong", text: error instanceof Error ? error.message : String(error) };
  }
}

function notYet(place: string): Check {
  return { state: "wrong", text: `${place} is not there yet: 'npm start' makes it.` };
}

async function* databaseChecks(url: string): AsyncGenerator<Check> {
  const isServer = dialectOf(url) === "postgresql";
  const file = isServer ? "The database" : url.replace(/^file:/, "");
  if (isServer) {
    const server = await checkReach(url);
    yield server;
    if (server.state === "wrong") return;
    if ((await appliedMigrations(url)).length === 0) return yield notYet("The desk in it");
  }
  // Opening would make an empty file.
  else if (!existsSync(file)) return yield notYet(file);
  const keys = checkContentKeys(url);
  yield keys;
  if (keys.state === "wrong") return;
  const db = openDb(url);
  try {
    yield* await checkDatabase(db, knownMigrations(url, ROOT));
    yield* await checkMailboxes(db, Date.now());
    yield* await checkQueues(db, Date.now());
    yield* await checkChoices(db);
  } catch (error) {
    const why = error instanceof Error ? error.message.trim().split("\n").at(-1) : String(error);
    yield { state: "wrong", text: `${file} cannot be read (${why}). Restore a backup.` };
  } finally {
    await db.$disconnect();
  }
}

async function checkReach(url: string): Promise<Check> {
  try {
    await checkServer(url);
    return { state: "ok", text: "PostgreSQL answers, and a desk can stand on it" };
  } catch (error) {
    return { state: "wrong", text: error instanceof Error ? error.message : String(error) };
  }
}
