import { setTimeout as sleep } from "node:timers/promises";
import { IMAP_PASSWORD, unseal } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { storageFault } from "../db/storage-fault.ts";
import { fullPace, type Pace } from "./fetch-steps.ts";
import { type ImapAccount, type ImapSession, openImap } from "./imap.ts";
import { imapProblem } from "./imap-problem.ts";
import {
  currentMailbox,
  missingUids,
  moveCursor,
  noteGone,
  recordFailure,
  recordLook,
  startOver,
} from "./mailbox-store.ts";
import { quarantine, storeArrivals } from "./store.ts";
import { syncMailbox } from "./sync-mailbox.ts";

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** Our own disk is looked at more often than a server that refuses us: nobody minds, and space may be free again. */
const LONGEST_STORAGE_WAIT_MS = 15_000;
/** IDLE can die without a word: the whole folder is compared with the ledger this often, whatever it says. */
const RECONCILE_ALL_MS = 60 * 60_000;

export type WatchOptions = {
  secretKey: Uint8Array;
  reconcileMs: number;
  now: () => number;
  /** Ends the watch, in whatever state it is. */
  signal: AbortSignal;
  /** Called after mails were stored, so that they are opened at once. */
  onStored: () => void;
  /** For tests. */
  firstWaitMs?: number;
  longestWaitMs?: number;
  patienceMs?: number;
};
type Watch = {
  db: Db;
  mailbox: MailboxModel;
  options: WatchOptions;
  pace: Pace;
  /** How many messages the folder must have if nobody else took any away; null: it is to be counted. */
  expected: number | null;
  /** The folder listed messages that the ledger lacks: a search left them out. */
  behind: boolean;
};

/** Watches one mailbox, as its settings are now, until told to stop. Never throws: failures are kept with the mailbox. */
export async function watchMailbox(
  db: Db,
  mailbox: MailboxModel,
  options: WatchOptions,
): Promise<void> {
  const watch = { db, mailbox, options, pace: fullPace(), expected: null, behind: false };
  const firstWait = options.firstWaitMs ?? FIRST_WAIT_MS;
  let wait = firstWait;
  while (!options.signal.aborted) {
    let longest = options.longestWaitMs ?? LONGEST_WAIT_MS;
    try {
      await readMailbox(watch, () => {
        wait = firstWait;
      });
    } catch (error) {
      // Stopping cuts the line; that is no failure of the server.
      if (options.signal.aborted) return;
      if (storageFault(error)) longest = Math.min(longest, LONGEST_STORAGE_WAIT_MS);
      await keepFailure(watch, imapProblem(error, accountOf(mailbox, "")));
    }
    wait = Math.min(wait, longest);
    await sleep(wait, undefined, { signal: options.signal }).catch(() => undefined);
    wait *= 2;
  }
}

async function readMailbox(watch: Watch, onSuccess: () => void): Promise<void> {
  const { mailbox, options } = watch;
  const { signal } = options;
  const password = unseal(mailbox.imapPassword, IMAP_PASSWORD, options.secretKey);
  if (password === null) {
    await keepFailure(
      watch,
      "The password of this mailbox cannot be opened with the desk's key. Type it again under Mailboxes.",
    );
    return;
  }
  const session = await openImap(accountOf(mailbox, password), {
    signal,
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
  });
  try {
    let lastWhole = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      // Both ways: a clock that was set back must not put it off.
      const whole = watch.behind || Math.abs(options.now() - lastWhole) > RECONCILE_ALL_MS;
      await syncOnce(watch, session, whole);
      if (whole) lastWhole = options.now();
      onSuccess();
      await session.waitForNews(options.reconcileMs, signal);
    }
  } finally {
    session.close();
  }
}

async function syncOnce(watch: Watch, session: ImapSession, whole: boolean): Promise<void> {
  const { db, options, pace } = watch;
  const { signal, now, onStored } = options;
  const mailboxId = watch.mailbox.id;
  const { uidValidity } = session;
  const state = await currentMailbox(db, mailboxId);
  if (!state) return;
  const known = state.uidValidity === uidValidity;
  if (!known) await startOver(db, mailboxId, uidValidity);
  const listed = await syncMailbox(
    session,
    {
      missing: (uids) => missingUids(db, { mailboxId, uidValidity }, uids),
      store: async (arrivals) => {
        await storeArrivals(db, arrivals, now());
        onStored();
      },
      quarantine: (uid, problem) => quarantine(db, { mailboxId, uidValidity, uid }, problem, now()),
      moveCursor: (uid) => moveCursor(db, mailboxId, uid),
    },
    {
      mailboxId,
      archive: false,
      lastUid: known && !whole ? state.lastUid : 0,
      pace,
      stopped: () => signal.aborted,
    },
  );
  if (signal.aborted) return;
  watch.expected = whole || watch.expected === null ? null : watch.expected + listed;
  const count = await countFolder(watch, session);
  await recordLook(db, mailboxId, count, now());
}

/**
 * How many messages the folder lists. When that is not what we expect, somebody else deleted some: the whole list is
 * compared with the ledger, so that what is gone cannot hide what is missing.
 */
async function countFolder(watch: Watch, session: ImapSession): Promise<number> {
  const { db, mailbox, options } = watch;
  if (watch.expected === session.exists()) return watch.expected;
  const listed = await session.uidsAbove(0);
  const at = { mailboxId: mailbox.id, uidValidity: session.uidValidity };
  await noteGone(db, at, listed, options.now());
  watch.behind = (await missingUids(db, at, listed)).length > 0;
  watch.expected = listed.length;
  return listed.length;
}

function accountOf(mailbox: MailboxModel, password: string): ImapAccount {
  return {
    host: mailbox.imapHost,
    port: mailbox.imapPort,
    security: mailbox.imapSecurity,
    user: mailbox.imapUser,
    password,
    folder: mailbox.folder,
    allowSelfSigned: mailbox.allowSelfSigned,
  };
}

/** The database may be the very thing that fails (a full disk): then there is nowhere to write it but the log. */
async function keepFailure({ db, mailbox }: Watch, problem: string): Promise<void> {
  await recordFailure(db, mailbox.id, problem).catch(() =>
    process.stderr.write(`mailbox ${mailbox.id}: ${problem}\n`),
  );
}
