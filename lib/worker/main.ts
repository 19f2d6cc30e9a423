// The background of the desk: takes mail in, opens cases, sends letters. One process; `bin/serve.mjs` starts it.
import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CaseDeps } from "../cases/case-deps.ts";
import { checkOpenCases } from "../cases/check-open-cases.ts";
import { openCase } from "../cases/open-case.ts";
import { threadKey } from "../cases/own-message-id.ts";
import { recordSent } from "../cases/record-sent.ts";
import { readEnv } from "../config/env.ts";
import { readSecretKey } from "../config/secret.ts";
import { openDb } from "../db/client.ts";
import { readTemplates } from "../drafting/files.ts";
import { deliverDue, recoverInterrupted } from "../outbox/deliver.ts";
import { makeBell } from "./bell.ts";
import { errorKind } from "./error-kind.ts";
import { openPending } from "./open-pending.ts";
import { watchMailboxes } from "./watch-mailboxes.ts";

const ROUND_MS = 1_000;
const STOP_MS = 3_000;

const env = readEnv();
const secretKey = readSecretKey(env.DATA_DIR);
const db = openDb(env.DATABASE_URL);
const { templates } = await readTemplates(path.join(import.meta.dirname, "..", "..", "templates"));
const stop = new AbortController();
const bell = makeBell();
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, end);

const deliver = { secretKey, settle: recordSent, now: Date.now };
await survive("recover letters", () => recoverInterrupted(db, deliver));
const watching = watchMailboxes(db, {
  secretKey,
  reconcileMs: env.RECONCILE_SECONDS * 1000,
  now: Date.now,
  signal: stop.signal,
  onStored: bell.ring,
});
while (!stop.signal.aborted) {
  await survive("open cases", () =>
    openPending(db, { open: openOne, stopped: () => stop.signal.aborted }),
  );
  await survive("send letters", () => deliverDue(db, deliver));
  await survive("check open cases", () => checkOpenCases(db, caseDeps()));
  await bell.wait(ROUND_MS);
}
// A watcher may be inside a connection attempt; what it stores is whole or not at all, so it can be left behind.
await Promise.race([watching, sleep(STOP_MS)]);
await db.$disconnect();
process.exit(0);

async function openOne(_: unknown, sightingId: string): Promise<void> {
  await openCase(db, sightingId, caseDeps());
}

function caseDeps(): CaseDeps {
  return {
    templates,
    threadKey: threadKey(secretKey),
    random: (bytes) => randomBytes(bytes),
    now: Date.now(),
  };
}

/** A failed round is logged by its kind and tried again; it never ends the process. */
async function survive(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(
      `${JSON.stringify({ at: new Date().toISOString(), failed: what, kind: errorKind(error) })}\n`,
    );
    await bell.wait(ROUND_MS * 5);
  }
}

function end(): void {
  stop.abort();
  bell.ring();
}
