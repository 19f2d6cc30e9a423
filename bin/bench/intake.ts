// npm run bench -- intake [--short] [--sqlite]: mail from a Dovecot into committed cases by the worker, CPU of worker and
// database a mail beside bare simpleParser on the same mails in the same rounds, and mails a second.
import { randomInt } from "node:crypto";
import { simpleParser } from "mailparser";
import { IMAP_PASSWORD, seal } from "../../lib/config/secret.ts";
import { aMailbox } from "../../lib/testing/a-watched-mailbox.ts";
import { Dovecot, PASSWORD } from "../../lib/testing/dovecot.ts";
import { type BenchDesk, makeDesk } from "./bench-desk.ts";
import { isShort, type Report, runBench } from "./bench-report.ts";
import { intakeCpuMs, opened, startWorker, type Worker } from "./bench-worker.ts";
import { cpuMicros, median } from "./cpu-clock.ts";
import { generateMails } from "./generated-mails.ts";

const WARM_UP = isShort ? 60 : 500;
const ROUNDS = isShort ? 3 : 9;
const A_ROUND = isShort ? 40 : 200;
const FOR_RATE = isShort ? 0 : 1_000;

await runBench("intake", async (report) => {
  await measure("sqlite", report);
  if (!isShort && !process.argv.includes("--sqlite")) await measure("postgresql", report);
});

async function measure(engine: "sqlite" | "postgresql", { measured, tell }: Report) {
  const seed = randomInt(2 ** 31);
  const mails = generateMails(WARM_UP + ROUNDS * A_ROUND + FOR_RATE, seed);
  const desk = await makeDesk(engine);
  const server = await Dovecot.start();
  const imapPassword = seal(PASSWORD, IMAP_PASSWORD, desk.secretKey);
  await aMailbox(desk.db, server.imapPort, { imapPassword });
  const inbox = { desk, server, worker: startWorker(desk), taken: 0 };
  try {
    await take(inbox, mails.slice(0, WARM_UP));
    for (const mail of mails.slice(0, WARM_UP)) await simpleParser(mail);
    const rounds = await turns(inbox, mails.slice(WARM_UP, WARM_UP + ROUNDS * A_ROUND));
    const ours = median(rounds.map(({ desk }) => desk));
    const plain = median(rounds.map(({ parser }) => parser));
    tell(
      `${engine}, seed ${seed}: ${ours.toFixed(2)} ms CPU a mail in worker and database, simpleParser ${plain.toFixed(2)} ms`,
    );
    const of = engine === "postgresql" ? engine : undefined;
    measured("intake_cpu", median(rounds.map(({ desk, parser }) => desk / parser)), of);
    if (FOR_RATE > 0) {
      const seconds = await take(inbox, mails.slice(-FOR_RATE));
      measured("intake_rate", FOR_RATE / seconds, of);
    }
  } finally {
    await inbox.worker.stop();
    await server.stop();
    await desk.close();
  }
}

type Inbox = { desk: BenchDesk; server: Dovecot; worker: Worker; taken: number };

/** Milliseconds a mail of both sides, round by round. */
async function turns(inbox: Inbox, mails: Buffer[]): Promise<{ desk: number; parser: number }[]> {
  const rounds: { desk: number; parser: number }[] = [];
  for (let from = 0; from < mails.length; from += A_ROUND) {
    const some = mails.slice(from, from + A_ROUND);
    const start = cpuMicros();
    for (const mail of some) await simpleParser(mail);
    const parser = (cpuMicros() - start) / 1000 / some.length;
    const before = intakeCpuMs(inbox.worker, inbox.desk);
    await take(inbox, some);
    rounds.push({
      desk: (intakeCpuMs(inbox.worker, inbox.desk) - before) / some.length,
      parser,
    });
  }
  return rounds;
}

/** Seconds from the delivery to the last case. */
async function take(inbox: Inbox, mails: Buffer[]): Promise<number> {
  const began = performance.now();
  inbox.server.deliver(...mails);
  inbox.taken += mails.length;
  await opened(inbox.desk, inbox.worker, inbox.taken);
  return (performance.now() - began) / 1000;
}
