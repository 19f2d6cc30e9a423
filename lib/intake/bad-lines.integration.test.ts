import { setTimeout as sleep } from "node:timers/promises";
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
import { PASSWORD } from "../testing/dovecot.ts";

const inbox = new Inbox();

test("a wrong password is one sentence with the remedy; with the right one mail is taken and the sentence goes", async () => {
  inbox.server.deliver(mailNo(1));
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort, { password: "mistyped" });
  inbox.watch(mailbox);
  await until("an error is shown", async () => (await inbox.errorOf(mailbox.id)) !== null);
  expect(await inbox.errorOf(mailbox.id)).toBe(
    `127.0.0.1:${inbox.server.imapPort} refused the password of abuse. Correct it under Mailboxes; new mail waits on the server until then.`,
  );
  expect(await inbox.stored()).toBe(0);
  inbox.server.setPassword("mistyped");
  await until("the error is gone", async () => (await inbox.errorOf(mailbox.id)) === null);
  await inbox.expectWhole(mailbox.id, [mailNo(1)]);
  inbox.server.setPassword(PASSWORD);
  // Dovecot looks at the file once a second.
  await sleep(1_100);
});

test.each([
  ["nothing listens there", { imapPort: 1 }, /Nothing answers at 127\.0\.0\.1:1\./],
  ["the folder does not exist", { folder: "Nowhere" }, /no folder "Nowhere" .* Correct the folder/],
  ["a certificate nobody signed", { tls: true }, /certificate .* allow a certificate of your own/],
  ["plain text where TLS is spoken", { imapSecurity: "tls" }, /kind of encryption/],
])(
  "%s: the error names it and the remedy",
  async (_, { tls, ...given }: Record<string, unknown>, words) => {
    const port = tls ? inbox.server.imapsPort : inbox.server.imapPort;
    const mailbox = await aMailbox(inbox.db, port, {
      ...given,
      ...(tls ? { imapSecurity: "tls" } : {}),
    });
    inbox.watch(mailbox);
    await until("an error is shown", async () => (await inbox.errorOf(mailbox.id)) !== null);
    expect(await inbox.errorOf(mailbox.id)).toMatch(words);
  },
);

test.each(["tls", "starttls"])(
  "%s with a certificate of one's own works when it is allowed",
  async (imapSecurity) => {
    inbox.server.deliver(mailNo(1));
    const port = imapSecurity === "tls" ? inbox.server.imapsPort : inbox.server.imapPort;
    const mailbox = await aMailbox(inbox.db, port, { imapSecurity, allowSelfSigned: true });
    inbox.watch(mailbox);
    await until(
      "it is looked at",
      async () => (await ledgerOf(inbox.db, mailbox.id)).checkedAt !== null,
    );
    await inbox.expectWhole(mailbox.id, [mailNo(1)]);
  },
);

test("a line cut at 40 places of the dialogue loses nothing and doubles nothing", async () => {
  const proxy = await inbox.line();
  const mailbox = await aMailbox(inbox.db, proxy.port);
  proxy.cutAfter = 0;
  const watching = inbox.watch(mailbox);
  const mails: string[] = [];
  for (let cut = 0; cut < 40; cut += 1) {
    const before = proxy.cuts;
    // From the greeting to the last of three mails.
    proxy.cutAfter = cut * 151;
    const some = mailNos(mails.length, mails.length + 2).map((mail) => mail + "x".repeat(1_300));
    inbox.server.deliver(...some);
    mails.push(...some);
    inbox.server.kick();
    const over = async () => proxy.cuts > before || (await inbox.stored()) === mails.length;
    await until(`line ${cut} is cut or reaches the end`, over);
  }
  expect(proxy.cuts).toBeGreaterThanOrEqual(30);
  proxy.cutAfter = null;
  await until("all is taken", async () => (await inbox.stored()) === mails.length);
  await until("and no error left", async () => (await inbox.errorOf(mailbox.id)) === null);
  await watching.stop();
  await inbox.expectWhole(mailbox.id, mails);
});

test("a line that always breaks after 30,000 bytes still gets on, mail by mail", async () => {
  const mails = Array.from({ length: 12 }, (_, n) => mailNo(n, { body: "x".repeat(9_000) }));
  inbox.server.deliver(...mails);
  const proxy = await inbox.line();
  proxy.cutAfter = 30_000;
  const mailbox = await aMailbox(inbox.db, proxy.port);
  inbox.watch(mailbox);
  await until("all is taken", async () => (await inbox.stored()) === 12);
});

test("a message no line survives is named in quarantine, and the ones behind it are taken", async () => {
  const poison = mailNo(2, { body: "x".repeat(60_000) });
  inbox.server.deliver(mailNo(1), poison, mailNo(3));
  const proxy = await inbox.line();
  proxy.cutAfter = 30_000;
  const mailbox = await aMailbox(inbox.db, proxy.port);
  inbox.watch(mailbox);
  await until("the ledger has all three", async () => (await inbox.sighted()) === 3);
  const [row] = await inbox.db.sighting.findMany({ where: { outcome: "quarantined" } });
  expect(row).toMatchObject({ uid: expect.any(Number), rawSha256: null });
  expect(row?.problem).toMatch(/connection breaks each time.*still on the server/);
  expect((await heldMails(inbox.db)).hashes).toEqual(hashesOf([mailNo(1), mailNo(3)]));
});

test("IDLE: a delivered mail is stored within three seconds", async () => {
  inbox.server.deliver(mailNo(1));
  const mailbox = await aMailbox(inbox.db, inbox.server.imapPort);
  inbox.watch(mailbox);
  await until("the first is stored", async () => (await inbox.stored()) === 1);
  for (let number = 2; number <= 4; number += 1) {
    inbox.server.deliver(mailNo(number));
    await until("the next is stored", async () => (await inbox.stored()) === number, 3_000);
  }
});

test("IDLE dies without a word: the line is noticed and the mail is found", async () => {
  inbox.server.deliver(mailNo(1));
  const proxy = await inbox.line();
  const mailbox = await aMailbox(inbox.db, proxy.port);
  inbox.watch(mailbox, { reconcileMs: 1_000, patienceMs: 1_000 });
  await until("the first is stored", async () => (await inbox.stored()) === 1);
  proxy.silent = true;
  inbox.server.deliver(mailNo(2));
  await until("the error is shown", async () => (await inbox.errorOf(mailbox.id)) !== null, 8_000);
  expect(await inbox.errorOf(mailbox.id)).toMatch(/does not answer in time/);
  proxy.silent = false;
  await until("the second is stored", async () => (await inbox.stored()) === 2, 8_000);
});
