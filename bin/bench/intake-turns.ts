import { simpleParser } from "mailparser";
import { IMAP_PASSWORD, seal } from "../../lib/config/secret.ts";
import { aMailbox } from "../../lib/testing/a-watched-mailbox.ts";
import { Dovecot, PASSWORD } from "../../lib/testing/dovecot.ts";
import type { BenchDesk } from "./bench-desk.ts";
import { intakeCpuMs, opened, openedMails, startWorker, type Worker } from "./bench-worker.ts";
import { cpuMicros, median } from "./cpu-clock.ts";

/** Mails of the three parts, one after the other. */
export type IntakePlan = { warmUp: number; rounds: number; aRound: number; forRate: number };
export type IntakeCost = {
  /** Medians of the rounds: CPU ms a mail of worker and database, of bare simpleParser, and one by the other. */
  deskMs: number;
  parserMs: number;
  times: number;
  /** Mails a second from the delivery to the last case; null when not asked for. */
  rate: number | null;
};

type Inbox = { desk: BenchDesk; server: Dovecot; worker: Worker; taken: number };

/** Mails from a Dovecot into committed cases of the desk by a worker; between the rounds simpleParser reads the same mails. */
export async function measureIntake(
  desk: BenchDesk,
  mails: readonly Buffer[],
  { warmUp, rounds, aRound, forRate }: IntakePlan,
): Promise<IntakeCost> {
  const server = await Dovecot.start();
  const imapPassword = seal(PASSWORD, IMAP_PASSWORD, desk.secretKey);
  await aMailbox(desk.db, server.imapPort, { imapPassword });
  const taken = await openedMails(desk);
  const inbox = { desk, server, worker: startWorker(desk), taken };
  try {
    await take(inbox, mails.slice(0, warmUp));
    await parse(mails.slice(0, warmUp));
    const costs: { ours: number; plain: number }[] = [];
    for (let from = warmUp; from < warmUp + rounds * aRound; from += aRound) {
      const some = mails.slice(from, from + aRound);
      const plain = await parse(some);
      const before = intakeCpuMs(inbox.worker, desk);
      await take(inbox, some);
      costs.push({ ours: (intakeCpuMs(inbox.worker, desk) - before) / aRound, plain });
    }
    return {
      deskMs: median(costs.map(({ ours }) => ours)),
      parserMs: median(costs.map(({ plain }) => plain)),
      times: median(costs.map(({ ours, plain }) => ours / plain)),
      rate: forRate > 0 ? forRate / (await take(inbox, mails.slice(-forRate))) : null,
    };
  } finally {
    await inbox.worker.stop();
    await server.stop();
  }
}

/** Seconds from the delivery to the last case. */
async function take(inbox: Inbox, mails: readonly Buffer[]): Promise<number> {
  const began = performance.now();
  inbox.server.deliver(...mails);
  inbox.taken += mails.length;
  await opened(inbox.desk, inbox.worker, inbox.taken);
  return (performance.now() - began) / 1000;
}

/** CPU milliseconds a mail. */
async function parse(mails: readonly Buffer[]): Promise<number> {
  const start = cpuMicros();
  for (const mail of mails) await simpleParser(mail);
  return (cpuMicros() - start) / 1000 / mails.length;
}
