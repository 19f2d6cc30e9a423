import { ImapFlow } from "imapflow";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Db } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { hashesOf, heldMails, ledgerOf, watch } from "./a-watched-mailbox.ts";
import { CuttingProxy } from "./cutting-proxy.ts";
import { Dovecot, PASSWORD, USER } from "./dovecot.ts";
import { scratchDb } from "./scratch-db.ts";

/** For the tests of one file: one Dovecot, and before each test an empty INBOX and an empty desk. */
export class Inbox {
  #server: Dovecot | undefined;
  #desk: Awaited<ReturnType<typeof scratchDb>> | undefined;
  #stops: (() => Promise<unknown>)[] = [];

  constructor() {
    beforeAll(async () => {
      this.#server = await Dovecot.start();
    });
    afterAll(async () => await this.server.stop());
    beforeEach(async () => {
      this.#desk = await scratchDb();
      this.server.deliver();
      this.server.doveadm("expunge", "-u", USER, "mailbox", "*", "all");
    });
    afterEach(async () => {
      for (const stop of this.#stops.splice(0).reverse()) await stop();
      await this.#desk?.close();
    });
  }

  get server(): Dovecot {
    if (!this.#server) throw new Error("Dovecot was not started.");
    return this.#server;
  }
  get db(): Db {
    return this.desk.db;
  }
  get desk() {
    if (!this.#desk) throw new Error("There is no desk outside a test.");
    return this.#desk;
  }
  /** Ends with the test. */
  atEnd(stop: () => Promise<unknown>): void {
    this.#stops.push(stop);
  }
  watch(mailbox: MailboxModel, given: Parameters<typeof watch>[2] = {}) {
    const watching = watch(this.db, mailbox, given);
    this.atEnd(watching.stop);
    return watching;
  }
  /** A phone or a mail program that uses the same mailbox. */
  async otherProgram(): Promise<ImapFlow> {
    const auth = { user: USER, pass: PASSWORD };
    const to = { host: "127.0.0.1", port: this.server.imapPort, secure: false, auth };
    const client = new ImapFlow({ ...to, doSTARTTLS: false, logger: false });
    await client.connect();
    await client.mailboxOpen("INBOX");
    this.atEnd(async () => client.close());
    return client;
  }
  async line(): Promise<CuttingProxy> {
    const proxy = await CuttingProxy.start(this.server.imapPort);
    this.atEnd(() => proxy.stop());
    return proxy;
  }
  stored = () => this.db.rawMail.count();
  sighted = () => this.db.sighting.count();
  errorOf = async (id: string) => (await ledgerOf(this.db, id)).lastError;
  flags = () => this.server.doveadm("fetch", "-u", USER, "flags", "mailbox", "INBOX", "all").trim();
  /** Nothing lost, nothing doubled, and the desk's own count agrees. */
  async expectWhole(id: string, mails: (string | Uint8Array)[]): Promise<void> {
    expect(await heldMails(this.db)).toEqual({ hashes: hashesOf(mails), wrong: 0 });
    const after = await ledgerOf(this.db, id);
    expect(after.ledger).toMatchObject({ difference: 0, stored: mails.length });
    expect(after.lastError).toBeNull();
  }
}
