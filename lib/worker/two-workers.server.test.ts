import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { contentKeysFolder } from "../config/content-keys.ts";
import { IMAP_PASSWORD, readSecretKey, seal } from "../config/secret.ts";
import { aMailbox, mailNos, until } from "../testing/a-watched-mailbox.ts";
import { Inbox } from "../testing/an-inbox.ts";
import { PASSWORD } from "../testing/dovecot.ts";

const KILLS = 10;
const A_ROUND = 12;
/** The desk's own promise is a minute. */
const UNATTENDED_MS = 30_000;
const inbox = new Inbox();

function startWorker(): ChildProcess {
  const child = fork(path.join(import.meta.dirname, "main.ts"), [], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      DATA_DIR: contentKeysFolder(inbox.desk.url),
      DATABASE_URL: inbox.desk.url,
      NODE_ENV: "production",
    },
  });
  inbox.atEnd(async () => child.kill("SIGKILL"));
  return child;
}

/** The worker that works. */
async function holder(): Promise<string | null> {
  const rows = await inbox.db.$queryRaw<{ holder: string }[]>`SELECT "holder" FROM "Lease"`;
  return rows[0]?.holder ?? null;
}

test("of two workers one is killed again and again while mail comes: the other goes on, nothing is lost, nothing doubled", async () => {
  const secretKey = readSecretKey(contentKeysFolder(inbox.desk.url));
  const imapPassword = seal(PASSWORD, IMAP_PASSWORD, secretKey);
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort, { imapPassword });
  const mails: string[] = [];
  const workers = [startWorker(), startWorker()];
  let longest = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const some = mailNos(mails.length, mails.length + A_ROUND - 1);
    const before = await inbox.sighted();
    const came = performance.now();
    inbox.server.deliver(...some);
    mails.push(...some);
    await until("mail is taken", async () => (await inbox.sighted()) > before, UNATTENDED_MS);
    longest = Math.max(longest, performance.now() - came);
    await sleep((kill * 37) % 300);
    // In turn the first and the second: whichever of them works, it is hit every other time.
    const victim = workers[kill % 2] as ChildProcess;
    const ended = once(victim, "exit");
    victim.kill("SIGKILL");
    await ended;
    workers[kill % 2] = startWorker();
  }
  await until("all are taken", async () => (await inbox.sighted()) === mails.length, UNATTENDED_MS);
  const opened = () => inbox.db.sighting.count({ where: { triagedAt: { not: null } } });
  await until("all are opened", async () => (await opened()) === mails.length, UNATTENDED_MS);
  expect(await holder()).not.toBeNull();
  await inbox.expectWhole(mailbox.id, mails);
  expect(await inbox.db.complaint.count()).toBe(mails.length);
  process.stdout.write(`longest without a worker: ${Math.round(longest / 100) / 10} s\n`);
}, 300_000);
