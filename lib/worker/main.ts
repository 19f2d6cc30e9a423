// The background of the desk: takes mail in, opens cases, sends letters. One process; `bin/serve.mjs` starts it.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { keepNotingFailures } from "../accounts/failed-sign-in-store.ts";
import { finishRotation } from "../accounts/rotate-secrets.ts";
import { raiseAlerts } from "../alerts/raise-alerts.ts";
import { askThrough } from "../blocks/dns.ts";
import { keepLooking } from "../blocks/keep-looking.ts";
import type { CaseDeps } from "../cases/case-deps.ts";
import { checkOpenCases } from "../cases/check-open-cases.ts";
import { countOldCases } from "../cases/count-old-cases-store.ts";
import { expireMitigations } from "../cases/expire-mitigations.ts";
import { indexOldTexts } from "../cases/index-old-texts-store.ts";
import { openCase } from "../cases/open-case.ts";
import { threadKey } from "../cases/own-message-id.ts";
import { templateShelf } from "../cases/own-template-store.ts";
import { recordSent } from "../cases/record-sent.ts";
import { refreshRelays } from "../cases/refresh-relays.ts";
import { returnFollowUps } from "../cases/return-follow-ups.ts";
import { readEnv } from "../config/env.ts";
import { watchSecretKey } from "../config/secret.ts";
import { openDb } from "../db/client.ts";
import { sealOldRows } from "../db/seal-old-rows.ts";
import { storageFault } from "../db/storage-fault.ts";
import { BEAT_MS, noteBeat } from "../db/worker-beat-store.ts";
import { takeWorkerLease } from "../db/worker-lease.ts";
import { readTemplates } from "../drafting/files.ts";
import { deliverDue, recoverInterrupted } from "../outbox/deliver.ts";
import { keepSentCopies } from "../outbox/keep-sent-copies.ts";
import { keepPurging } from "../privacy/keep-purging.ts";
import { applyRules } from "../rules/apply-rules-store.ts";
import { checkSenders } from "../senders/check-senders.ts";
import { resolveThrough } from "../senders/dns.ts";
import { makeBell } from "./bell.ts";
import { errorKind } from "./error-kind.ts";
import { openingMark } from "./files.ts";
import { openPending } from "./open-pending.ts";
import { watchMailboxes } from "./watch-mailboxes.ts";

const ROUND_MS = 1_000;
const AFTER_FAULT_MS = 5_000;
const STOP_MS = 3_000;
const DISCONNECT_MS = 1_000;
const ALERT_MS = 15_000;

const env = readEnv();
const secretKey = watchSecretKey(env.DATA_DIR);
const worker = randomBytes(8).toString("hex");
const db = openDb(env.DATABASE_URL, { worker });
const shelf = templateShelf(
  await readTemplates(path.join(import.meta.dirname, "..", "..", "templates")),
);
const stop = new AbortController();
const bell = makeBell();
// "disconnect": the parent is gone, and nobody would ever stop this process.
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, end);
// It may have gone before anybody listened; without one this runs on its own.
if (process.channel === null) end();

const lease = await takeWorkerLease(env.DATABASE_URL, worker, stop.signal);
if (lease === null) process.exit(0);
// Its parent starts it again, and it stands by.
lease.onLost(() => process.exit(1));

const deliver = {
  // Asked for each time, for keys can be rotated meanwhile.
  get secretKey() {
    return secretKey();
  },
  settle: recordSent,
  now: Date.now,
  signal: stop.signal,
};
// Only the worker that has the desk reads mail, so the mark is its own.
const mark = openingMark(env.DATA_DIR);
// Told to end, or ended by a fault that was seen: no mail is to blame.
process.on("exit", (code) => code === 0 && mark.end());
const purgeOn = keepPurging(Date.now);
const noteFailuresOn = keepNotingFailures(Date.now);
const keepLookingAt = keepLooking({ ask: askThrough, now: Date.now, random: Math.random });
const checking = {
  ask: resolveThrough,
  now: Date.now,
  onSettled: async (caseId: string) => await applyRules(db, caseId, await caseDeps()),
};
const work = Promise.all([
  watchMailboxes(db, {
    get secretKey() {
      return secretKey();
    },
    reconcileMs: env.RECONCILE_SECONDS * 1000,
    now: Date.now,
    signal: stop.signal,
    onStored: bell.ring,
  }),
  repeat("open cases", bell.wait, async () => {
    await openPending(db, { open: openOne, stopped: () => stop.signal.aborted, mark });
    await checkOpenCases(db, await caseDeps());
  }),
  repeat(
    "say that it works",
    () => pause(BEAT_MS),
    () => noteBeat(db, Date.now()),
  ),
  repeat("check senders", pause, () => checkSenders(db, checking)),
  // A document of the network comes through Tor within a minute, or not at all.
  repeat("read relays", pause, async () => {
    await refreshRelays(db, { secretKey: secretKey(), now: Date.now, random: Math.random });
  }),
  repeat("ask blocklists", pause, () => keepLookingAt(db)),
  repeat("end mitigations", pause, () =>
    expireMitigations(db, { secretKey: secretKey(), now: Date.now() }),
  ),
  repeat("purge", pause, () => purgeOn(db)),
  repeat("note failed sign-ins", pause, () => noteFailuresOn(db)),
  repeat("return follow-ups", pause, () => returnFollowUps(db, Date.now())),
  survive("seal secrets anew", () => finishRotation(db, "desk", secretKey())),
  survive("encrypt what is not", () => sealOldRows(db, () => stop.signal.aborted)),
  survive("put old texts into the search", () => indexOldTexts(db, () => stop.signal.aborted)),
  survive("count old cases", () => countOldCases(db, () => stop.signal.aborted)),
  // By themselves: a mail server that keeps us waiting must not keep cases from being opened.
  sendLetters(),
  repeat("keep copies of letters", pause, () => keepSentCopies(db, deliver)),
  // A mail server or a web server that keeps an alert waiting keeps nothing else waiting.
  repeat(
    "raise alerts",
    () => pause(ALERT_MS),
    () => raiseAlerts(db, { secretKey: secretKey(), now: Date.now }),
  ),
]);
await aborted(stop.signal);
// Whatever is under way is whole or not at all, so what does not end in time can be left behind.
await Promise.race([work, sleep(STOP_MS)]);
await Promise.race([Promise.all([lease.giveBack(), db.$disconnect()]), sleep(DISCONNECT_MS)]);
process.exit(0);

async function sendLetters(): Promise<void> {
  await survive("recover letters", () => recoverInterrupted(db, deliver));
  await repeat("send letters", pause, () => deliverDue(db, deliver));
}

async function repeat(
  what: string,
  wait: (ms: number) => Promise<unknown>,
  round: () => Promise<unknown>,
): Promise<void> {
  while (!stop.signal.aborted) {
    const fine = await survive(what, round);
    await (fine ? wait(ROUND_MS) : pause(AFTER_FAULT_MS));
  }
}

async function openOne(_: unknown, sightingId: string): Promise<void> {
  const deps = await caseDeps();
  const { outcome, caseId } = await openCase(db, sightingId, deps);
  if (caseId !== null && outcome !== "known") await applyRules(db, caseId, deps);
}

async function caseDeps(): Promise<CaseDeps> {
  return {
    templates: await shelf.serving(db),
    threadKey: threadKey(secretKey()),
    random: (bytes) => randomBytes(bytes),
    now: Date.now(),
  };
}

/** A failed round is logged by its kind and tried again; it never ends the process. */
async function survive(what: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const fault = storageFault(error);
    process.stderr.write(
      `${JSON.stringify({ at: new Date().toISOString(), failed: what, kind: errorKind(error), ...(fault && { storage: fault }) })}\n`,
    );
    return false;
  }
}

async function pause(ms: number): Promise<void> {
  await sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined);
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

function end(): void {
  stop.abort();
  bell.ring();
}
