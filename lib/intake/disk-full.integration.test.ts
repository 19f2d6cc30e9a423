import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { openDb } from "../db/client.ts";
import { migrate } from "../db/migrate.ts";
import {
  aMailbox,
  hashesOf,
  heldMails,
  ledgerOf,
  mailNo,
  until,
  watch,
} from "../testing/a-watched-mailbox.ts";
import { Inbox } from "../testing/an-inbox.ts";

const inbox = new Inbox();

test("a full disk: nothing is marked, the reason is told, and with space again all mail is taken", async () => {
  const disk = mkdtempSync(path.join(tmpdir(), "exitdesk-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=60m", "tmpfs", disk]);
  inbox.atEnd(async () => {
    execFileSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true });
  });
  const url = `file:${path.join(disk, "desk.db")}`;
  await migrate(url, process.cwd());
  const db = openDb(url);
  inbox.atEnd(() => db.$disconnect());
  const mailbox = await aMailbox(db, inbox.server.imapPort);
  const filler = path.join(disk, "other-program");
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 1_000_000));
  const said: string[] = [];
  const log = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  inbox.atEnd(async () => log.mockRestore());
  // 8 MB of mail: more than is free, and more than the write-ahead log of the migrations has room to reuse.
  const noise = () => randomBytes(150_000).toString("base64");
  const mails = Array.from({ length: 40 }, (_, n) => mailNo(n, { body: noise() }));
  inbox.server.deliver(...mails);
  const watching = watch(db, mailbox);
  inbox.atEnd(watching.stop);
  const told = async () =>
    `${said.join("")} ${(await ledgerOf(db, mailbox.id)).lastError}`.includes(
      "The disk of the desk is full. Free some space",
    );
  await until("it is told", told);
  const { hashes } = await heldMails(db);
  expect(hashes.length).toBeLessThan(40);
  expect(inbox.flags().match(/\$Exitdesk/g)?.length ?? 0).toBe(hashes.length);
  rmSync(filler);
  await until("all are taken", async () => (await db.rawMail.count()) === 40);
  await until("no error is left", async () => (await ledgerOf(db, mailbox.id)).lastError === null);
  expect(await heldMails(db)).toEqual({ hashes: hashesOf(mails), wrong: 0 });
  expect((await ledgerOf(db, mailbox.id)).ledger).toMatchObject({ stored: 40, difference: 0 });
  await watching.stop();
});

test("a folder of 5,000 mails: at least 300 a second, in bounded memory", async () => {
  const mails = Array.from({ length: 5_000 }, (_, n) => mailNo(n, { body: "x".repeat(3_000) }));
  inbox.server.deliver(...mails);
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  const before = process.memoryUsage().rss;
  const begun = Date.now();
  const watching = inbox.watch(mailbox);
  await until("all are taken", async () => (await inbox.stored()) === 5_000, 40_000);
  const seconds = (Date.now() - begun) / 1_000;
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
  process.stdout.write(
    `5,000 mails: ${Math.round(5_000 / seconds)}/s, ${Math.round(grown)} MB more\n`,
  );
  await until(
    "looked at",
    async () => (await ledgerOf(inbox.db, mailbox.id)).serverCount === 5_000,
  );
  await watching.stop();
  await inbox.expectWhole(mailbox.id, mails);
  expect(grown).toBeLessThan(200);
  expect(5_000 / seconds).toBeGreaterThan(300);
}, 90_000);
