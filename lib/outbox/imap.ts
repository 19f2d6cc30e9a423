import { ImapFlow } from "imapflow";

/** What is needed to put a copy on the server; the password in clear, only in memory. */
export type SentAccount = {
  host: string;
  port: number;
  security: string;
  user: string;
  password: string;
  allowSelfSigned: boolean;
  /** Where copies go; null: the folder the server marks \Sent (RFC 6154). */
  sentFolder: string | null;
};
export type SentLetter = { messageId: string; raw: Uint8Array; at: Date };

const WAIT_MS = 20_000;

/**
 * Puts letters into the Sent folder, read, each with the time it was sent. A letter that is there already (the provider
 * keeps one itself, or an earlier try got so far) is left alone: found by its Message-ID. Yields the folder's name for
 * each letter, in their order. Throws imapflow's errors, and an error with `code` "NoSentFolder".
 */
export async function* keepInSent(
  account: SentAccount,
  letters: readonly SentLetter[],
): AsyncGenerator<string> {
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === "tls",
    doSTARTTLS: account.security === "starttls",
    auth: { user: account.user, pass: account.password },
    tls: { rejectUnauthorized: !account.allowSelfSigned },
    logger: false,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    clientInfo: { name: "Exitdesk" },
  });
  // Without a listener an error event ends the process; the command under way throws as well.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const folder = account.sentFolder ?? (await folderOfServer(client));
    await client.mailboxOpen(folder);
    for (const letter of letters) {
      if (!(await isThere(client, letter.messageId)))
        await client.append(folder, Buffer.from(letter.raw), ["\\Seen"], letter.at);
      yield folder;
    }
  } finally {
    client.close();
  }
}

async function folderOfServer(client: ImapFlow): Promise<string> {
  const sent = (await client.list()).find(({ specialUse }) => specialUse === "\\Sent");
  if (sent) return sent.path;
  throw Object.assign(new Error("The server marks no folder as the one for sent mail."), {
    code: "NoSentFolder",
  });
}

async function isThere(client: ImapFlow, messageId: string): Promise<boolean> {
  const found = await client.search({ header: { "message-id": messageId } }, { uid: true });
  return Array.isArray(found) && found.length > 0;
}
