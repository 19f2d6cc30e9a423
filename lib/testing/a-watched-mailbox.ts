import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { IMAP_PASSWORD, seal } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import type { MailboxModel } from "../db/generated/models.ts";
import { mailboxLedger } from "../intake/mailbox-store.ts";
import { watchMailbox } from "../intake/watch-mailbox.ts";
import { PASSWORD, USER } from "./dovecot.ts";

export const WATCH_KEY = new Uint8Array(32).fill(9);
type Settings = Partial<MailboxModel> & { password?: string };

/** Reads the user's mailbox through the server on `port`; plain unless told otherwise. */
export async function aMailbox(db: Db, port: number, given: Settings = {}): Promise<MailboxModel> {
  const { password = PASSWORD, ...settings } = given;
  return await db.mailbox.create({
    data: {
      name: "abuse",
      address: "abuse@operator.example",
      imapHost: "127.0.0.1",
      imapPort: port,
      imapSecurity: "none",
      imapUser: USER,
      imapPassword: seal(password, IMAP_PASSWORD, WATCH_KEY),
      smtpHost: "127.0.0.1",
      smtpPort: 1,
      smtpSecurity: "none",
      createdAt: new Date(0),
      ...settings,
    },
  });
}

/** Watches until `stop`, as the worker does, with short waits. */
export function watch(
  db: Db,
  mailbox: MailboxModel,
  given: { reconcileMs?: number; patienceMs?: number; now?: () => number } = {},
) {
  const stopping = new AbortController();
  const ended = watchMailbox(db, mailbox, {
    ...watchOptions(stopping.signal),
    firstWaitMs: 30,
    longestWaitMs: 300,
    ...given,
  });
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

export function watchOptions(signal: AbortSignal) {
  return {
    secretKey: WATCH_KEY,
    reconcileMs: 60_000,
    now: Date.now,
    signal,
    onStored: () => undefined,
  };
}

/** Waits until it is so; says what it waited for when it never is. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  ms = 15_000,
): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Not within ${ms} ms: ${what}`);
    await sleep(20);
  }
}

/** What the desk holds: hashes of the bytes it gives back, and of them those that are not what they are stored as. */
export async function heldMails(db: Db) {
  const rows = await db.rawMail.findMany();
  const hashes = rows.map((row) => sha256(gunzipSync(row.gzip)));
  return {
    hashes: [...hashes].sort(),
    wrong: rows.filter((row, index) => row.sha256 !== hashes[index]).length,
  };
}

export function hashesOf(mails: Iterable<string | Uint8Array>): string[] {
  return [...new Set([...mails].map(sha256))].sort();
}

/** The mailbox and its ledger as the desk shows them. */
export async function ledgerOf(db: Db, id: string) {
  const mailbox = await db.mailbox.findUniqueOrThrow({ where: { id } });
  return { ...mailbox, ledger: await mailboxLedger(db, mailbox) };
}

/** A short complaint of our own; unlike any other of a different number. */
export function mailNo(number: number, words: { headers?: string; body?: string } = {}): string {
  const head = [
    "From: Reporter <abuse@reporter.example>",
    "To: abuse@operator.example",
    `Subject: Login attempts from 192.0.2.7 (${number})`,
    ...(words.headers === undefined
      ? [`Message-ID: <${number}@reporter.example>`]
      : words.headers.split("\n").filter((line) => line !== "")),
  ];
  return `${head.join("\r\n")}\r\n\r\n${words.body ?? `Number ${number}.`}\r\n`;
}

export function mailNos(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => mailNo(from + index));
}

function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
