import { unseal } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { type ImapAccount, type ImapSession, openImap } from "./imap.ts";
import { imapProblem } from "./imap-problem.ts";
import {
  currentMailbox,
  missingUids,
  moveCursor,
  recordFailure,
  recordLook,
  startOver,
} from "./mailbox-store.ts";
import { quarantine, storeArrivals } from "./store.ts";
import { syncMailbox } from "./sync-mailbox.ts";

export const IMAP_PASSWORD = "imap-password";
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** IDLE can die without a word: the whole folder is compared with the ledger this often, whatever it says. */
const RECONCILE_ALL_MS = 60 * 60_000;

export type WatchOptions = {
  secretKey: Uint8Array;
  reconcileMs: number;
  now: () => number;
  signal: AbortSignal;
  /** Called after mails were stored, so that they are opened at once. */
  onStored: () => void;
  /** For tests. */
  firstWaitMs?: number;
};

/** Watches one mailbox until told to stop or until it is removed or changed. Never throws: failures are kept with the mailbox. */
export async function watchMailbox(
  db: Db,
  mailbox: MailboxModel,
  options: WatchOptions,
): Promise<void> {
  let wait = options.firstWaitMs ?? FIRST_WAIT_MS;
  while (!options.signal.aborted && (await isCurrent(db, mailbox))) {
    try {
      await readMailbox(db, mailbox, options, () => {
        wait = options.firstWaitMs ?? FIRST_WAIT_MS;
      });
    } catch (error) {
      await keepFailure(db, mailbox, imapProblem(error, accountOf(mailbox, "")), options.now());
    }
    await pause(wait, options.signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

async function readMailbox(
  db: Db,
  mailbox: MailboxModel,
  options: WatchOptions,
  onSuccess: () => void,
): Promise<void> {
  const password = unseal(mailbox.imapPassword, IMAP_PASSWORD, options.secretKey);
  if (password === null) {
    await keepFailure(
      db,
      mailbox,
      "The password of this mailbox cannot be opened with the desk's key. Type it again under Mailboxes.",
      options.now(),
    );
    return;
  }
  const session = await openImap(accountOf(mailbox, password));
  options.signal.addEventListener("abort", session.close, { once: true });
  try {
    let lastWhole = Number.NEGATIVE_INFINITY;
    while (!options.signal.aborted && (await isCurrent(db, mailbox))) {
      const whole = options.now() - lastWhole > RECONCILE_ALL_MS;
      await syncOnce(db, mailbox.id, session, whole, options);
      if (whole) lastWhole = options.now();
      onSuccess();
      await session.waitForNews(options.reconcileMs, options.signal);
    }
  } finally {
    options.signal.removeEventListener("abort", session.close);
    session.close();
  }
}

async function syncOnce(
  db: Db,
  mailboxId: string,
  session: ImapSession,
  whole: boolean,
  options: WatchOptions,
): Promise<void> {
  const { uidValidity } = session;
  const state = await currentMailbox(db, mailboxId);
  if (!state) return;
  const known = state.uidValidity === uidValidity;
  if (!known) await startOver(db, mailboxId, uidValidity);
  const taken = await syncMailbox(
    session,
    {
      missing: (uids) => missingUids(db, { mailboxId, uidValidity }, uids),
      store: async (arrivals) => {
        await storeArrivals(db, arrivals, options.now());
        options.onStored();
      },
      quarantine: (uid, problem) =>
        quarantine(db, { mailboxId, uidValidity, uid }, problem, options.now()),
      moveCursor: (uid) => moveCursor(db, mailboxId, uid),
    },
    {
      mailboxId,
      archive: false,
      lastUid: known && !whole ? state.lastUid : 0,
      stopped: () => options.signal.aborted,
    },
  );
  await recordLook(db, mailboxId, session.exists(), options.now());
  if (taken > 0) options.onStored();
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

/** A mailbox whose settings changed is watched anew, by somebody who has read them. */
async function isCurrent(db: Db, mailbox: MailboxModel): Promise<boolean> {
  const row = await currentMailbox(db, mailbox.id).catch(() => mailbox);
  return row !== null && SETTINGS.every((name) => row[name] === mailbox[name]);
}
const SETTINGS = [
  "imapHost",
  "imapPort",
  "imapSecurity",
  "imapUser",
  "imapPassword",
  "folder",
  "allowSelfSigned",
] as const;

/** The database may be the very thing that fails (a full disk): then there is nowhere to write it but the log. */
async function keepFailure(
  db: Db,
  mailbox: MailboxModel,
  problem: string,
  now: number,
): Promise<void> {
  await recordFailure(db, mailbox.id, problem, now).catch(() =>
    process.stderr.write(`mailbox ${mailbox.id}: ${problem}\n`),
  );
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
    if (signal.aborted) resolve();
  });
}
