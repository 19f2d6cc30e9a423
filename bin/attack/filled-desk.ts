import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { RunningDesk } from "../../e2e/support/desk.ts";
import { createOwner } from "../../lib/accounts/create-user.ts";
import { openSession } from "../../lib/accounts/session-store.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import type { Arrival } from "../../lib/intake/arrival.ts";
import { storeArrivals } from "../../lib/intake/store.ts";

const WAIT_MS = 20 * 60_000;

export type FilledDesk = {
  desk: RunningDesk;
  db: Db;
  /** The session of the owner. */
  token: string;
  close: () => Promise<void>;
};

/** A running desk with an owner who is signed in, and every one of these mails taken and understood. */
export async function filledDesk(mails: readonly (string | Uint8Array)[]): Promise<FilledDesk> {
  const desk = await RunningDesk.start();
  const db = openDb(`file:${path.join(desk.dataDir, "desk.db")}`);
  const token = await signedIn(db);
  for (let at = 0; at < mails.length; at += BATCH)
    await storeArrivals(db, mails.slice(at, at + BATCH).map(arrivalOf), Date.now());
  await untilUnderstood(db);
  const close = async () => {
    await db.$disconnect();
    await desk.stop();
  };
  return { desk, db, token, close };
}

const BATCH = 20;

function arrivalOf(mail: string | Uint8Array): Arrival {
  return { raw: Buffer.from(mail), via: "import", at: null, source: "attack", archive: false };
}

async function signedIn(db: Db): Promise<string> {
  const now = Date.now();
  const owner = { login: "marga", password: "seven quiet relays at night", role: "owner", now };
  const made = await createOwner(db, owner);
  if (!made.ok) throw new Error(made.text);
  const user = await db.user.findFirstOrThrow({ where: { role: "owner" } });
  return await openSession(db, user.id, { agent: "attack", now });
}

async function untilUnderstood(db: Db): Promise<void> {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    if ((await db.sighting.count({ where: { triagedAt: null, outcome: "stored" } })) === 0) return;
    await sleep(500);
  }
  throw new Error("The desk did not understand all mails in time.");
}
