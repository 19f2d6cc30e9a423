import { createHash } from "node:crypto";
import { type FetchQueryObject, ImapFlow } from "imapflow";
import { uidSet } from "./uid-set.ts";

/** What is needed to reach one mailbox; the password in clear, only in memory. */
export type ImapAccount = {
  host: string;
  port: number;
  security: string;
  user: string;
  password: string;
  folder: string;
  allowSelfSigned: boolean;
};
export type FetchedMail = { uid: number; raw: Uint8Array };

/** One open mailbox folder. Every call throws when the connection is gone; none reads "gone" as "empty". */
export type ImapSession = {
  /** Whose UIDs these are: UIDVALIDITY of this folder of this account. Two folders may share a UIDVALIDITY. */
  uidValidity: string;
  exists: () => number;
  /** All UIDs above `uid`, ascending. */
  uidsAbove: (uid: number) => Promise<number[]>;
  sizes: (uids: number[]) => Promise<Map<number, number>>;
  fetch: (uids: number[]) => Promise<FetchedMail[]>;
  /** Marks messages with our keyword where the server keeps keywords. Never \Seen: that belongs to people. */
  mark: (uids: number[]) => Promise<void>;
  /** Resolves when the server said, since the last call, that mail came; when the connection ends; or after `ms`. */
  waitForNews: (ms: number, signal: AbortSignal) => Promise<void>;
  close: () => void;
};

/** RFC 5788-style keyword; tells other programs the message is in the desk. State is kept in our ledger, never in flags. */
const KEYWORD = "$Exitdesk";
/** Larger than any message we take; a server cannot make us hold more. */
const MAX_LITERAL = 64 * 1024 * 1024;
const CONNECT_MS = 20_000;
/**
 * A server that owes us an answer and says nothing for so long is gone. While idling nothing is owed: imapflow then asks
 * with a NOOP, and a line that died without a word is noticed after twice this time.
 */
const PATIENCE_MS = 60_000;

export type ImapOptions = {
  /** Ends the session, also one that is still connecting. */
  signal?: AbortSignal;
  patienceMs?: number;
};

/** Connects, signs in and opens the folder. Throws imapflow's errors; `imapProblem` puts them into words. */
export async function openImap(
  account: ImapAccount,
  options: ImapOptions = {},
): Promise<ImapSession> {
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === "tls",
    doSTARTTLS: account.security === "starttls",
    auth: { user: account.user, pass: account.password },
    tls: { rejectUnauthorized: !account.allowSelfSigned },
    logger: false,
    maxLiteralSize: MAX_LITERAL,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: options.patienceMs ?? PATIENCE_MS,
    maxIdleTime: 4 * 60_000,
    // By default imapflow begins to idle 15 s after the last command, and hears of no mail until then.
    autoIdleDelay: 200,
    clientInfo: { name: "Exitdesk" },
  });
  // Without a listener an error event ends the process. A line that fails between two calls tells why only here.
  let failure: unknown = null;
  client.on("error", (error) => {
    failure ??= error;
  });
  const { signal } = options;
  const close = () => {
    signal?.removeEventListener("abort", close);
    client.close();
  };
  signal?.addEventListener("abort", close);
  try {
    signal?.throwIfAborted();
    await client.connect();
    const folder = await client.mailboxOpen(account.folder);
    return session(client, {
      validity: String(folder.uidValidity),
      place: placeOf(account),
      keepsKeyword: Boolean(
        folder.permanentFlags?.has("\\*") || folder.permanentFlags?.has(KEYWORD),
      ),
      failure: () => failure,
      close,
    });
  } catch (error) {
    close();
    throw error;
  }
}

type Opened = {
  validity: string;
  place: string;
  keepsKeyword: boolean;
  failure: () => unknown;
  close: () => void;
};

function session(client: ImapFlow, opened: Opened): ImapSession {
  let news = false;
  client.on("exists", () => {
    news = true;
  });
  /** Runs a command; its answer counts only if the line still stands and the UIDs are still those we know. */
  const ask = async <T>(what: string, command: () => Promise<T>): Promise<T> => {
    try {
      const answer = await command();
      if (!client.usable || !client.mailbox) throw lost(what);
      // imapflow opens a folder again by itself when it was made anew under us: those are other UIDs.
      if (String(client.mailbox.uidValidity) !== opened.validity) throw lost(what);
      return answer;
    } catch (error) {
      throw opened.failure() ?? error;
    }
  };
  return {
    uidValidity: `${opened.validity}@${opened.place}`,
    exists: () => (client.mailbox ? client.mailbox.exists : 0),
    uidsAbove: (uid) =>
      ask("the search for new mail", async () => {
        const found = await client.search({ uid: `${uid + 1}:*` }, { uid: true });
        if (found === false || found === undefined) throw lost("the search for new mail");
        // `n:*` names the last message even when its UID is below n (RFC 9051, section 9, sequence-set).
        return found.filter((one) => one > uid).sort((a, b) => a - b);
      }),
    sizes: (uids) =>
      ask("a FETCH of sizes", async () => {
        const sizes = new Map<number, number>();
        for await (const message of rows(client, uids, { size: true }))
          sizes.set(message.uid, message.size ?? 0);
        return sizes;
      }),
    fetch: (uids) =>
      ask("a FETCH", async () => {
        const mails: FetchedMail[] = [];
        // imapflow asks with BODY.PEEK: fetching does not set \Seen.
        for await (const message of rows(client, uids, { source: true }))
          if (message.source) mails.push({ uid: message.uid, raw: message.source });
        return mails;
      }),
    mark: async (uids) => {
      if (opened.keepsKeyword) await client.messageFlagsAdd(uidSet(uids), [KEYWORD], { uid: true });
    },
    waitForNews: async (ms, signal) => {
      if (!news) await waitForNews(client, ms, signal);
      news = false;
    },
    close: opened.close,
  };
}

async function* rows(client: ImapFlow, uids: number[], wanted: FetchQueryObject) {
  try {
    yield* client.fetch(uidSet(uids), { uid: true, ...wanted }, { uid: true });
  } catch (error) {
    // RFC 5530: another program deleted some of them meanwhile. What came counts; the caller looks for the rest.
    if (!(error instanceof Error && "serverResponseCode" in error)) throw error;
    if (error.serverResponseCode !== "EXPUNGEISSUED") throw error;
  }
}

function waitForNews(client: ImapFlow, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      client.off("exists", done);
      client.off("close", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    client.on("exists", done);
    client.on("close", done);
    signal.addEventListener("abort", done);
    if (!client.usable || signal.aborted) done();
  });
}

/** Short name of the folder a UID belongs to, whatever the mailbox is pointed at later. */
function placeOf({ host, user, folder }: ImapAccount): string {
  return createHash("sha256")
    .update(JSON.stringify([host, user, folder]))
    .digest("hex")
    .slice(0, 8);
}

function lost(what: string): Error {
  return Object.assign(new Error(`The connection was lost during ${what}.`), {
    code: "NoConnection",
  });
}
