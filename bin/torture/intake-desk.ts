import path from "node:path";
import { IMAP_PASSWORD, readSecretKey, seal } from "../../lib/config/secret.ts";
import { CuttingProxy } from "../../lib/testing/cutting-proxy.ts";
import { Dovecot, PASSWORD, USER } from "../../lib/testing/dovecot.ts";
import { scratchDb } from "../../lib/testing/scratch-db.ts";

/** A desk with one mailbox on a Dovecot of its own, reached over a line that can be cut. */
export async function intakeDesk() {
  const desk = await scratchDb();
  const server = await Dovecot.start();
  const line = await CuttingProxy.start(server.imapPort);
  const folder = path.dirname(desk.url.replace("file:", ""));
  const secretKey = readSecretKey(folder);
  const mailbox = await desk.db.mailbox.create({
    data: {
      name: "abuse",
      address: "abuse@operator.example",
      imapHost: "127.0.0.1",
      imapPort: line.port,
      imapSecurity: "none",
      imapUser: USER,
      imapPassword: seal(PASSWORD, IMAP_PASSWORD, secretKey),
      smtpHost: "127.0.0.1",
      smtpPort: 1,
      smtpSecurity: "none",
      createdAt: new Date(0),
    },
  });
  server.deliver();
  return {
    ...desk,
    server,
    line,
    folder,
    secretKey,
    mailbox,
    /** Messages in the folder, as the server itself counts them. */
    onServer: () => {
      const said = server.doveadm("mailbox", "status", "-u", USER, "messages", "INBOX");
      return Number(/messages=(\d+)/.exec(said)?.[1] ?? Number.NaN);
    },
    close: async () => {
      await line.stop();
      await server.stop();
      await desk.close();
    },
  };
}

export type IntakeDesk = Awaited<ReturnType<typeof intakeDesk>>;

/**
 * A complaint of our own. Every seventh shares its Message-ID with others, every eleventh has none, some are large: what a
 * desk that trusts Message-IDs or small mails would lose.
 */
export function tortureMail(number: number): string {
  const id = number % 7 === 0 ? "<the-same@reporter.example>" : `<${number}@reporter.example>`;
  const address = `192.0.2.${number % 250}`;
  return [
    `From: Reporter <abuse@reporter${number}.example>`,
    "To: abuse@operator.example",
    `Subject: Login attempts from ${address} (${number})`,
    ...(number % 11 === 0 ? [] : [`Message-ID: ${id}`]),
    "",
    `${address} tried to sign in to our server, number ${number}.`,
    "x".repeat(number % 13 === 0 ? 60_000 : 300).replace(/.{70}/g, "$&\r\n"),
    "",
  ].join("\r\n");
}
