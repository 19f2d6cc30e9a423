import type { Arrival } from "./arrival.ts";
import type { FetchedMail, ImapSession } from "./imap.ts";

/** Bounds of one step, so that memory stays flat whatever the folder holds. */
const STEP_MAILS = 50;
const STEP_BYTES = 8 * 1024 * 1024;
const MAX_MAIL = 50 * 1024 * 1024;
/** A message the server lists but does not hand over is tried this often before it is put in quarantine. */
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
  stopped: () => boolean;
};

/**
 * Takes every message of the folder that the ledger does not have, oldest first. Order of things, always: bytes on
 * disk, then the mark on the server, then the cursor. Stopping anywhere loses nothing and takes nothing twice.
 * Returns how many mails were taken.
 */
export async function syncMailbox(
  session: ImapSession,
  ledger: Ledger,
  options: SyncOptions,
): Promise<number> {
  const listed = await session.uidsAbove(options.lastUid);
  let taken = 0;
  for (const chunk of chunks(await ledger.missing(listed), 500)) {
    const sizes = await session.sizes(chunk);
    for (const step of steps(chunk, sizes)) {
      if (options.stopped()) return taken;
      taken += await takeStep(session, ledger, options, step, sizes);
    }
  }
  const last = listed.at(-1);
  if (last !== undefined) await ledger.moveCursor(last);
  return taken;
}

async function takeStep(
  session: ImapSession,
  ledger: Ledger,
  options: SyncOptions,
  step: number[],
  sizes: Map<number, number>,
): Promise<number> {
  const [tooLarge, rest] = split(step, (uid) => (sizes.get(uid) ?? 0) > MAX_MAIL);
  for (const uid of tooLarge)
    await ledger.quarantine(
      uid,
      `This message has ${sizes.get(uid)} bytes, more than the desk takes (${MAX_MAIL}). It is still on the server: read it there.`,
    );
  const mails = await fetchAll(session, rest);
  if (mails.length > 0) {
    await ledger.store(mails.map((mail) => arrival(mail, session, options)));
    await session.mark(mails.map((mail) => mail.uid));
  }
  await explainMissing(session, ledger, rest, mails);
  return mails.length;
}

async function fetchAll(session: ImapSession, uids: number[]): Promise<FetchedMail[]> {
  const got = new Map<number, FetchedMail>();
  for (let tried = 0; tried < TRIES && got.size < uids.length; tried += 1) {
    const wanted = uids.filter((uid) => !got.has(uid));
    for (const mail of await session.fetch(wanted))
      if (wanted.includes(mail.uid)) got.set(mail.uid, mail);
  }
  return [...got.values()];
}

/** What was listed and not handed over was either deleted meanwhile, or the server cannot read it; then we say so. */
async function explainMissing(
  session: ImapSession,
  ledger: Ledger,
  wanted: number[],
  got: FetchedMail[],
): Promise<void> {
  const absent = wanted.filter((uid) => !got.some((mail) => mail.uid === uid));
  if (absent.length === 0) return;
  const still = new Set(await session.uidsAbove(Math.min(...absent) - 1));
  for (const uid of absent.filter((one) => still.has(one)))
    await ledger.quarantine(
      uid,
      "The server lists this message but does not hand it over. Look at it there, in your mail program.",
    );
}

function arrival(mail: FetchedMail, session: ImapSession, options: SyncOptions): Arrival {
  return {
    raw: mail.raw,
    via: "imap",
    at: { mailboxId: options.mailboxId, uidValidity: session.uidValidity, uid: mail.uid },
    source: null,
    archive: options.archive,
  };
}

function* steps(uids: number[], sizes: Map<number, number>): Generator<number[]> {
  let step: number[] = [];
  let bytes = 0;
  for (const uid of uids) {
    const size = sizes.get(uid) ?? 0;
    if (step.length > 0 && (step.length >= STEP_MAILS || bytes + size > STEP_BYTES)) {
      yield step;
      step = [];
      bytes = 0;
    }
    step.push(uid);
    bytes += size;
  }
  if (step.length > 0) yield step;
}

function* chunks<T>(all: T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

function split<T>(all: T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}
