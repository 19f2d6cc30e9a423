import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { contentKeysFolder } from "../config/content-keys.ts";
import { IMAP_PASSWORD, readSecretKey, seal } from "../config/secret.ts";
import { openDb } from "../db/client.ts";
import { aMailbox, mailNo, mailNos, until } from "../testing/a-watched-mailbox.ts";
import { Inbox } from "../testing/an-inbox.ts";
import { PASSWORD } from "../testing/dovecot.ts";

const inbox = new Inbox();
const MAIN = path.join(import.meta.dirname, "main.ts");
/** As bin/serve.mjs starts it. */
const FLAGS = ["--max-semi-space-size=2", "--optimize-for-size"];

function startWorker(): ChildProcess {
  const folder = contentKeysFolder(inbox.desk.url);
  const child = fork(MAIN, [], {
    execArgv: FLAGS,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { DATA_DIR: folder, DATABASE_URL: inbox.desk.url, NODE_ENV: "production" },
  });
  inbox.atEnd(async () => child.kill("SIGKILL"));
  return child;
}
async function aSealedMailbox(port: number, given: Parameters<typeof aMailbox>[2] = {}) {
  const folder = contentKeysFolder(inbox.desk.url);
  const imapPassword = seal(PASSWORD, IMAP_PASSWORD, readSecretKey(folder));
  return await aMailbox(inbox.db, port, { imapPassword, ...given });
}
const opened = () => inbox.db.sighting.count({ where: { triagedAt: { not: null } } });
async function secondsToEnd(child: ChildProcess): Promise<number> {
  const begun = Date.now();
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  return (Date.now() - begun) / 1_000;
}

test("kill -9 at 15 moments loses nothing and doubles nothing", async () => {
  const mailbox = await aSealedMailbox(inbox.server.imapPort);
  const mails: string[] = [];
  for (let kill = 0; kill < 15; kill += 1) {
    const some = mailNos(mails.length, mails.length + 11);
    inbox.server.deliver(...some);
    mails.push(...some);
    const child = startWorker();
    // From the first mail taken on: while the rest is fetched, stored, marked and opened.
    const before = await inbox.sighted();
    await until("the worker takes mail", async () => (await inbox.sighted()) > before);
    await sleep((kill * 37) % 300);
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
  const last = startWorker();
  inbox.server.deliver(mailNo(mails.length));
  mails.push(mailNo(mails.length));
  await until("all are opened", async () => (await opened()) === mails.length);
  await until("the mailbox is looked at", async () => (await inbox.errorOf(mailbox.id)) === null);
  expect(await secondsToEnd(last)).toBeLessThan(5);
  await inbox.expectWhole(mailbox.id, mails);
  expect(await inbox.db.complaint.count()).toBe(mails.length);
  if (inbox.db.$dialect === "sqlite")
    expect(await inbox.db.$queryRawUnsafe("PRAGMA integrity_check")).toEqual([
      { integrity_check: "ok" },
    ]);
}, 90_000);

test("SIGTERM ends it within five seconds: idle, waiting for a server that says nothing, and between", async () => {
  inbox.server.deliver(...mailNos(1, 3));
  const idle = await aSealedMailbox(inbox.server.imapPort);
  const proxy = await inbox.line();
  proxy.silent = true;
  await aSealedMailbox(proxy.port, { name: "silent" });
  const child = startWorker();
  await until("mail is opened", async () => (await opened()) === 3);
  await sleep(500);
  expect(await secondsToEnd(child)).toBeLessThan(5);
  const early = startWorker();
  await sleep(250);
  early.kill("SIGTERM");
  await once(early, "exit");
  expect(await inbox.errorOf(idle.id)).toBeNull();
});

test("when its parent is gone it ends by itself", async () => {
  const child = startWorker();
  await aSealedMailbox(inbox.server.imapPort);
  inbox.server.deliver(mailNo(1));
  await until("mail is opened", async () => (await opened()) === 1);
  const ended = once(child, "exit");
  child.disconnect();
  await ended;
});

test("changed settings, a mailbox switched off and a second one act within seconds", async () => {
  const refused = seal("mistyped", IMAP_PASSWORD, readSecretKey(contentKeysFolder(inbox.desk.url)));
  const { id } = await aSealedMailbox(inbox.server.imapPort, { imapPassword: refused });
  startWorker();
  await until("the password is refused", async () => (await inbox.errorOf(id)) !== null);
  inbox.server.deliver(mailNo(1));
  await inbox.db.mailbox.delete({ where: { id } });
  const right = await aSealedMailbox(inbox.server.imapPort);
  await until("mail is taken", async () => (await inbox.stored()) === 1, 6_000);
  await inbox.db.mailbox.update({ where: { id: right.id }, data: { enabled: false } });
  await sleep(3_000);
  inbox.server.deliver(mailNo(2));
  await sleep(1_500);
  expect(await inbox.stored()).toBe(1);
  await inbox.db.mailbox.update({ where: { id: right.id }, data: { enabled: true } });
  await aSealedMailbox(inbox.server.imapPort, { name: "second", folder: "Sent" });
  const phone = await inbox.otherProgram();
  await phone.append("Sent", mailNo(3));
  await until("both are read", async () => (await inbox.stored()) === 3, 6_000);
});

test("a database held by another program for ten seconds delays mail and loses none", async () => {
  const mailbox = await aSealedMailbox(inbox.server.imapPort);
  startWorker();
  await until(
    "it is looked at",
    async () =>
      (await inbox.db.mailbox.findUnique({ where: { id: mailbox.id } }))?.checkedAt !== null,
  );
  const other = openDb(inbox.desk.url);
  await other.$transaction(async (tx) => {
    await tx.setting.create({ data: { key: "held", value: true } });
    inbox.server.deliver(...mailNos(1, 5));
    await sleep(10_000);
  });
  await other.$disconnect();
  await until("all are opened", async () => (await opened()) === 5);
  await inbox.expectWhole(mailbox.id, mailNos(1, 5));
});

test("idle after some mail it holds less than 200 MB", async () => {
  await aSealedMailbox(inbox.server.imapPort);
  inbox.server.deliver(...mailNos(1, 20));
  const child = startWorker();
  await until("all are opened", async () => (await opened()) === 20);
  await sleep(3_000);
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  process.stdout.write(`worker, idle: ${Math.round(megabytes)} MB\n`);
  expect(megabytes).toBeLessThan(200);
});
