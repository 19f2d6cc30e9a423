import type { Db } from "../db/client.ts";
import { notChecked, type SenderCheck } from "../mail/sender-check.ts";
import type { ResolveDns } from "../mail/verify-spf.ts";
import type { Instant } from "../time/instant.ts";
import { claimMail, type DueMail, dueMails, endCheck, keepCheck, loadMail } from "./check-store.ts";
import type { StoredMail } from "./check-through-dns.ts";
import type { SenderTrust } from "./sender-trust.ts";
import { readSenderTrust } from "./sender-trust-store.ts";

export type CheckSenders = {
  ask: (servers: readonly string[]) => { resolve: ResolveDns; end: () => void };
  now: () => Instant;
  /** A mail's sender is known as well as it ever will be. */
  onSettled: (caseId: string) => Promise<unknown>;
  /** Milliseconds one mail may take. */
  limitMs?: number;
};

const AT_ONCE = 4;
const A_ROUND = 20;
const LIMIT_MS = 15_000;
/** A name server that is down for an hour makes no mail unproven. */
const AGAIN_MS = [60_000, 10 * 60_000, 60 * 60_000];
/** A mail that fails the desk itself again and again is left alone. */
const MOST_TRIES = 8;

/**
 * Looks into the senders of mails that wait for it, a few at once. The mails are stored and their cases open long before:
 * a slow or silent name server keeps nothing from anybody. Returns how many were looked into.
 */
export async function checkSenders(db: Db, work: CheckSenders): Promise<number> {
  const due = await dueMails(db, work.now(), A_ROUND);
  if (due.length === 0) return 0;
  const trust = await readSenderTrust(db);
  for (let from = 0; from < due.length; from += AT_ONCE)
    await Promise.all(
      due.slice(from, from + AT_ONCE).map((mail) => lookInto(db, mail, trust, work)),
    );
  return due.length;
}

async function lookInto(
  db: Db,
  due: DueMail,
  trust: SenderTrust,
  work: CheckSenders,
): Promise<void> {
  if (!(await claimMail(db, due, work.now()))) return;
  const isWornOut = due.tries >= MOST_TRIES;
  const mayAsk = trust.isDnsOn && !due.isSealed && !isWornOut;
  const mail = mayAsk ? await loadMail(db, due) : null;
  const { check, isComplete } = mail
    ? await findOut(mail, trust, work)
    : { check: unasked(due, trust), isComplete: true };
  const wait = isComplete ? undefined : AGAIN_MS[due.tries];
  if (wait !== undefined) {
    const waiting: SenderCheck = { ...due.before, isOpen: true };
    return await keepCheck(db, due.id, { check: waiting, dueAt: work.now() + wait });
  }
  // Still due until the rules have seen it: a process that ends here leaves the rest to the next.
  await keepCheck(db, due.id, { check, dueAt: isWornOut ? null : work.now() + LIMIT_MS });
  await work.onSettled(due.caseId);
  await endCheck(db, due.id);
}

async function findOut(
  mail: StoredMail,
  trust: SenderTrust,
  { ask, now, limitMs = LIMIT_MS }: CheckSenders,
): Promise<{ check: SenderCheck; isComplete: boolean }> {
  // What verifies signatures takes 25 MB; most desks never need it.
  const { checkThroughDns } = await import("./check-through-dns.ts");
  const { resolve, end } = ask(trust.servers);
  const limit = setTimeout(end, limitMs);
  try {
    return await checkThroughDns(mail, { trust, resolve, now: now() });
  } finally {
    clearTimeout(limit);
  }
}

/** What was said at the door stays, but for "is being looked into". */
function unasked({ before, isSealed }: DueMail, trust: SenderTrust): SenderCheck {
  if (before.by !== null) return { ...before, isOpen: false };
  if (isSealed) return notChecked(before, "sealed");
  if (trust.isDnsOn) return notChecked(before, "no-answer");
  return notChecked(before, trust.names.length > 0 ? "no-word" : "off");
}
