import type { Arrival } from "./arrival.ts";
import { afterBreak, afterStep, breaksEveryLine, nextStep, type Pace } from "./fetch-steps.ts";
import type { FetchedMail, ImapSession } from "./imap.ts";
import { MAX_MAIL_BYTES } from "./mail-size.ts";

/** Sizes asked for at once. */
const CHUNK = 500;
/** A message the server lists but does not hand over is asked for this often before it is put in quarantine. */
const TRIES = 3;

/** What a sync needs of the ledger; the shell hands in functions that talk to the database. */
export type Ledger = {
  /** Of these UIDs, the ones not in the ledger yet. */
  missing: (uids: number[]) => Promise<number[]>;
  store: (arrivals: Arrival[]) => Promise<void>;
  quarantine: (uid: number, problem: string) => Promise<void>;
  /** Every UID up to this one is in the ledger. */
  moveCursor: (uid: number) => Promise<void>;
};
export type SyncOptions = {
  mailboxId: string;
  archive: boolean;
  lastUid: number;
  pace: Pace;
  stopped: () => boolean;
};
type Sync = { session: ImapSession; ledger: Ledger; options: SyncOptions };

/**
 * Takes every message of the folder that the ledger does not have, oldest first. Order of things, always: bytes on
 * disk, then the mark on the server, then the cursor. Stopping anywhere loses nothing and takes nothing twice.
 * Returns how many messages the server listed above the cursor. Throws when the line or the database fails.
 */
export async function syncMailbox(
  session: ImapSession,
  ledger: Ledger,
  options: SyncOptions,
): Promise<number> {
  const sync = { session, ledger, options };
  const listed = await session.uidsAbove(options.lastUid);
  const missing = await ledger.missing(listed);
  for (let at = 0; at < missing.length; at += CHUNK) {
    const chunk = missing.slice(at, at + CHUNK);
    const sizes = await session.sizes(chunk);
    for (let left = chunk; left.length > 0; ) {
      if (options.stopped()) return listed.length;
      const step = nextStep(left, sizes, options.pace);
      await takeStep(sync, step, sizes);
      left = left.slice(step.length);
    }
  }
  const last = listed.at(-1);
  if (last !== undefined && last > options.lastUid) await ledger.moveCursor(last);
  return listed.length;
}

async function takeStep(sync: Sync, step: number[], sizes: Map<number, number>): Promise<void> {
  const { session, ledger, options } = sync;
  const wanted: number[] = [];
  for (const uid of step) {
    const problem = notTaken(uid, sizes, options.pace);
    if (problem) await setAside(sync, uid, problem);
    else wanted.push(uid);
  }
  if (wanted.length === 0) return;
  const mails = await fetchAll(session, wanted, options.pace);
  if (mails.length > 0) {
    await ledger.store(mails.map((mail) => arrival(mail, sync)));
    await session.mark(mails.map((mail) => mail.uid));
  }
  await explainMissing(sync, wanted, mails);
}

/** Asked for by a person later, it gets all its tries again. */
async function setAside({ ledger, options }: Sync, uid: number, problem: string): Promise<void> {
  await ledger.quarantine(uid, problem);
  if (options.pace.stuck?.uid === uid) options.pace.stuck = null;
}

/** Why a message is left on the server, null when it is not. */
function notTaken(uid: number, sizes: Map<number, number>, pace: Pace): string | null {
  const size = sizes.get(uid) ?? 0;
  if (size > MAX_MAIL_BYTES)
    return `This message has ${size} bytes, more than the desk takes (${MAX_MAIL_BYTES}). It is still on the server: read it there.`;
  if (breaksEveryLine(pace, uid))
    return "The connection breaks each time this message is fetched. It is still on the server: look at it there, in your mail program.";
  return null;
}

async function fetchAll(session: ImapSession, uids: number[], pace: Pace): Promise<FetchedMail[]> {
  const got = new Map<number, FetchedMail>();
  try {
    for (let tried = 0; tried < TRIES && got.size < uids.length; tried += 1) {
      const wanted = new Set(uids.filter((uid) => !got.has(uid)));
      for (const mail of await session.fetch([...wanted]))
        if (wanted.has(mail.uid)) got.set(mail.uid, mail);
    }
  } catch (error) {
    afterBreak(pace, uids);
    throw error;
  }
  afterStep(pace);
  return [...got.values()];
}

/** What was listed and not handed over was either deleted meanwhile, or the server cannot read it; then we say so. */
async function explainMissing(
  { session, ledger }: Sync,
  wanted: number[],
  got: FetchedMail[],
): Promise<void> {
  const taken = new Set(got.map((mail) => mail.uid));
  const absent = wanted.filter((uid) => !taken.has(uid));
  if (absent.length === 0) return;
  const still = new Set(await session.uidsAbove(Math.min(...absent) - 1));
  for (const uid of absent.filter((one) => still.has(one)))
    await ledger.quarantine(
      uid,
      "The server lists this message but does not hand it over. Look at it there, in your mail program.",
    );
}

function arrival(mail: FetchedMail, { session, options }: Sync): Arrival {
  return {
    raw: mail.raw,
    via: "imap",
    at: { mailboxId: options.mailboxId, uidValidity: session.uidValidity, uid: mail.uid },
    source: null,
    archive: options.archive,
  };
}
