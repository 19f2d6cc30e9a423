import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import {
  aMailbox,
  hashesOf,
  heldMails,
  ledgerOf,
  mailNo,
  mailNos,
  until,
} from "../testing/a-watched-mailbox.ts";
import { Inbox } from "../testing/an-inbox.ts";
import { USER } from "../testing/dovecot.ts";

const inbox = new Inbox();

test("mail read on a phone is taken all the same; our own reading leaves it unread", async () => {
  inbox.server.deliver(...mailNos(1, 3));
  const phone = await inbox.otherProgram();
  await phone.messageFlagsAdd("1:2", ["\\Seen", "\\Flagged"]);
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox);
  await until("three are stored", async () => (await inbox.stored()) === 3);
  await until("all are marked", () => inbox.flags().match(/\$Exitdesk/g)?.length === 3);
  expect(inbox.flags().match(/\\Seen/g)).toHaveLength(2);
  inbox.server.deliver(mailNo(4));
  await until("the fourth is stored", async () => (await inbox.stored()) === 4);
  await phone.messageFlagsAdd("1:*", ["\\Seen"]);
  await inbox.expectWhole(mailbox.id, mailNos(1, 4));
});

async function refuseSightings(): Promise<void> {
  const run = (sql: string) => inbox.db.$executeRawUnsafe(sql);
  if (inbox.db.$dialect === "sqlite") {
    await run(
      `CREATE TRIGGER refuse BEFORE INSERT ON "Sighting" BEGIN SELECT RAISE(ABORT, 'refused'); END`,
    );
    return;
  }
  await run(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END'`,
  );
  await run(
    `CREATE TRIGGER refuse BEFORE INSERT ON "Sighting" FOR EACH ROW EXECUTE FUNCTION refuse()`,
  );
}

test("the mark is set only for what is on the disk", async () => {
  inbox.server.deliver(...mailNos(1, 5));
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  await refuseSightings();
  inbox.watch(mailbox);
  await until("an error is shown", async () => (await inbox.errorOf(mailbox.id)) !== null);
  expect(await inbox.errorOf(mailbox.id)).toMatch(/own database failed/);
  expect(inbox.flags()).not.toContain("$Exitdesk");
  expect(await inbox.stored()).toBe(0);
  const on = inbox.db.$dialect === "sqlite" ? "" : `ON "Sighting"`;
  await inbox.db.$executeRawUnsafe(`DROP TRIGGER refuse ${on}`);
  await until("all are taken", async () => (await inbox.stored()) === 5);
});

test("a new UIDVALIDITY: every message is counted again, no bytes are kept twice, nothing is missing", async () => {
  inbox.server.deliver(...mailNos(1, 20));
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  const first = inbox.watch(mailbox);
  await until("20 are stored", async () => (await inbox.stored()) === 20);
  await first.stop();
  const before = (await ledgerOf(inbox.db, mailbox.id)).uidValidity;
  await inbox.server.resetUidValidity();
  inbox.server.deliver(mailNo(21));
  inbox.watch(mailbox);
  await until("the new one is stored", async () => (await inbox.stored()) === 21);
  await until("all are counted anew", async () => (await inbox.sighted()) === 41);
  await until("looked at", async () => (await ledgerOf(inbox.db, mailbox.id)).serverCount === 21);
  await inbox.expectWhole(mailbox.id, mailNos(1, 21));
  expect((await ledgerOf(inbox.db, mailbox.id)).uidValidity).not.toBe(before);
});

test("another folder has UIDs of its own, also where the server gives both one UIDVALIDITY", async () => {
  inbox.server.deliver(...mailNos(1, 3));
  inbox.server.doveadm("mailbox", "create", "-u", USER, "Complaints");
  inbox.server.doveadm("copy", "-u", USER, "Complaints", "mailbox", "INBOX", "all");
  inbox.server.doveadm("mailbox", "update", "-u", USER, "--uid-validity", "77", "INBOX");
  inbox.server.doveadm("mailbox", "update", "-u", USER, "--uid-validity", "77", "Complaints");
  inbox.server.doveadm("expunge", "-u", USER, "mailbox", "INBOX", "all");
  inbox.server.deliver(mailNo(4), mailNo(5), mailNo(6));
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  const first = inbox.watch(mailbox);
  await until("three are stored", async () => (await inbox.stored()) === 3);
  await first.stop();
  const moved = { where: { id: mailbox.id }, data: { folder: "Complaints", lastUid: 1_000 } };
  inbox.watch(await inbox.db.mailbox.update(moved));
  await until("those of the other folder too", async () => (await inbox.stored()) === 6);
  await until("looked at", async () => (await ledgerOf(inbox.db, mailbox.id)).ledger.stored === 3);
  inbox.server.doveadm("mailbox", "delete", "-u", USER, "Complaints");
});

test("20 mails under one Message-ID are 20 mails, and so are those without one", async () => {
  const same = Array.from({ length: 20 }, (_, n) =>
    mailNo(n, { headers: "Message-ID: <predicted@reporter.example>" }),
  );
  const none = Array.from({ length: 5 }, (_, n) => mailNo(100 + n, { headers: "" }));
  inbox.server.deliver(...same, ...none);
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox);
  await until("25 are stored", async () => (await inbox.stored()) === 25);
  await until("looked at", async () => (await ledgerOf(inbox.db, mailbox.id)).serverCount === 25);
  await inbox.expectWhole(mailbox.id, [...same, ...none]);
});

test("30 days away: mail with any date in the past is taken on return", async () => {
  inbox.server.deliver(mailNo(1));
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  const first = inbox.watch(mailbox);
  await until("one is stored", async () => (await inbox.stored()) === 1);
  await first.stop();
  const client = await inbox.otherProgram();
  for (const days of [30, 29, 10, 2, 0, -400])
    await client.append(
      "INBOX",
      mailNo(100 + days),
      ["\\Seen"],
      new Date(Date.now() - days * 86_400_000),
    );
  inbox.watch(mailbox);
  await until("seven are stored", async () => (await inbox.stored()) === 7);
});

test("messages deleted by another program while they are fetched stop nothing", async () => {
  const mails = Array.from({ length: 40 }, (_, n) => mailNo(n, { body: "x".repeat(50_000) }));
  inbox.server.deliver(...mails);
  const client = await inbox.otherProgram();
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox);
  await until("the first are stored", async () => (await inbox.sighted()) > 0);
  await client.messageDelete("30:35");
  inbox.server.deliver(mailNo(41));
  await until("the new one is stored", async () =>
    (await heldMails(inbox.db)).hashes.includes(hashesOf([mailNo(41)])[0] ?? ""),
  );
  const held = new Set((await heldMails(inbox.db)).hashes);
  const kept = [...mails.slice(0, 29), ...mails.slice(35)];
  expect(hashesOf(kept).filter((hash) => !held.has(hash))).toEqual([]);
  expect(await inbox.errorOf(mailbox.id)).toBeNull();
  expect((await ledgerOf(inbox.db, mailbox.id)).ledger.quarantined).toBe(0);
});

test("a MIME bomb, nothing at all and binary junk are kept byte by byte and stop nothing", async () => {
  const bomb = `${"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(3_000)}\r\n`;
  const junk = [Buffer.from([0, 1, 2, 255, 254, 13, 10, 0]), randomBytes(5_000)];
  const folds = `Subject: ${" x\r\n".repeat(20_000)}\r\n\r\n`;
  inbox.server.deliver(mailNo(1), bomb, ...junk, folds, "", mailNo(2));
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox);
  await until("seven are in the ledger", async () => (await inbox.sighted()) === 7);
  const held = new Set((await heldMails(inbox.db)).hashes);
  expect(hashesOf([mailNo(1), mailNo(2)]).every((hash) => held.has(hash))).toBe(true);
  expect((await heldMails(inbox.db)).wrong).toBe(0);
  await until("looked at", async () => (await ledgerOf(inbox.db, mailbox.id)).serverCount === 7);
  expect((await ledgerOf(inbox.db, mailbox.id)).ledger.difference).toBe(0);
});

test("mail deleted by another program is no gap in the ledger, and its bytes stay", async () => {
  inbox.server.deliver(...mailNos(1, 6));
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox, { reconcileMs: 300 });
  await until("six are stored", async () => (await inbox.stored()) === 6);
  const phone = await inbox.otherProgram();
  await phone.messageDelete("2:4");
  await until("looked at", async () => (await ledgerOf(inbox.db, mailbox.id)).serverCount === 3);
  const { ledger } = await ledgerOf(inbox.db, mailbox.id);
  expect(ledger).toMatchObject({ onServer: 3, stored: 3, difference: 0 });
  expect((await heldMails(inbox.db)).hashes).toEqual(hashesOf(mailNos(1, 6)));
});

test("no header keeps a mail out: automatic, bulk, list, bounce, our own, and what looks answered", async () => {
  const heads = [
    "Auto-Submitted: auto-generated",
    "Auto-Submitted: auto-replied",
    "Precedence: bulk",
    "Precedence: junk",
    "List-Id: <reports.reporter.example>",
    "Return-Path: <>",
    "X-Auto-Response-Suppress: All",
    "X-Spam-Flag: YES",
    "From: mailer-daemon@reporter.example",
    "From: abuse@operator.example",
    "Date: Thu, 01 Jan 1970 00:00:00 +0000",
    "Subject: Re: Copyright infringement software:",
  ];
  const mails = heads.map((headers, number) => mailNo(number, { headers }));
  inbox.server.deliver(...mails);
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox);
  await until("all are stored", async () => (await inbox.stored()) === mails.length);
  await until(
    "looked at",
    async () => (await ledgerOf(inbox.db, mailbox.id)).serverCount === mails.length,
  );
  await inbox.expectWhole(mailbox.id, mails);
});

test("each message moved away as soon as it is marked: none is missed for it", async () => {
  const mails = mailNos(1, 30);
  inbox.server.deliver(...mails.slice(0, 10));
  const phone = await inbox.otherProgram();
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox);
  for (let taken = 10; taken <= 30; taken += 10) {
    await until("ten more are stored", async () => (await inbox.stored()) === taken);
    const marked = await phone.search({ keyword: "$Exitdesk" }, { uid: true });
    for (const uid of marked || []) await phone.messageDelete(String(uid), { uid: true });
    inbox.server.deliver(...mails.slice(taken, taken + 10));
  }
  expect(await heldMails(inbox.db)).toEqual({ hashes: hashesOf(mails), wrong: 0 });
});

test("the clock jumps by days, years and over midnight: mail is taken as it comes", async () => {
  let shift = 0;
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox, { now: () => Date.now() + shift });
  const jumps = [
    0,
    2 * 86_400_000,
    -400 * 86_400_000,
    Date.UTC(2028, 1, 29, 23, 59, 59) - Date.now(),
  ];
  for (const [number, jump] of jumps.entries()) {
    shift = jump;
    inbox.server.deliver(mailNo(number));
    await until("it is stored", async () => (await inbox.stored()) === number + 1, 5_000);
  }
  await inbox.expectWhole(mailbox.id, mailNos(0, jumps.length - 1));
});

test("a mail of 25 MB is taken whole between others, in bounded memory", async () => {
  const large = mailNo(2, { body: `${"x".repeat(76)}\r\n`.repeat(345_000) });
  expect(large.length).toBeGreaterThan(25 * 1024 * 1024);
  const mails = [mailNo(1), large, mailNo(3)];
  inbox.server.deliver(...mails);
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  const before = process.memoryUsage().rss;
  inbox.watch(mailbox);
  await until("three are stored", async () => (await inbox.stored()) === 3);
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
  await until("looked at", async () => (await ledgerOf(inbox.db, mailbox.id)).serverCount === 3);
  await inbox.expectWhole(mailbox.id, mails);
  expect(grown).toBeLessThan(250);
});
