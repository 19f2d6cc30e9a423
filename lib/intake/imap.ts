import { ImapFlow } from "imapflow";

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
  uidValidity: string;
  exists: () => number;
  /** All UIDs above `uid`, ascending. */
  uidsAbove: (uid: number) => Promise<number[]>;
  sizes: (uids: number[]) => Promise<Map<number, number>>;
  fetch: (uids: number[]) => Promise<FetchedMail[]>;
  /** Marks messages with our keyword where the server keeps keywords. Never \Seen: that belongs to people. */
  mark: (uids: number[]) => Promise<void>;
  /** Resolves when the server says something changed, when the connection ends, or after `ms`. */
  waitForNews: (ms: number, signal: AbortSignal) => Promise<void>;
  close: () => void;
};

/** RFC 5788-style keyword; tells other programs the message is in the desk. State is kept in our ledger, never in flags. */
const KEYWORD = "$Exitdesk";
/** Larger than any message we take; a server cannot make us hold more. */
const MAX_LITERAL = 64 * 1024 * 1024;

/** Connects, signs in and opens the folder. Throws imapflow's errors; `imapProblem` puts them into words. */
export async function openImap(account: ImapAccount): Promise<ImapSession> {
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === "tls",
    doSTARTTLS: account.security === "starttls",
    auth: { user: account.user, pass: account.password },
    tls: { rejectUnauthorized: !account.allowSelfSigned },
    logger: false,
    maxLiteralSize: MAX_LITERAL,
    connectionTimeout: 20_000,
    socketTimeout: 10 * 60_000,
    maxIdleTime: 4 * 60_000,
    clientInfo: { name: "Exitdesk" },
  });
  // Without a listener an error event ends the process; every call reports its own failure anyway.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const folder = await client.mailboxOpen(account.folder);
    return session(client, String(folder.uidValidity), folder.permanentFlags ?? new Set());
  } catch (error) {
    client.close();
    throw error;
  }
}

function session(client: ImapFlow, uidValidity: string, flags: Set<string>): ImapSession {
  return {
    uidValidity,
    exists: () => (client.mailbox ? client.mailbox.exists : 0),
    uidsAbove: async (uid) => {
      const found = await client.search({ uid: `${uid + 1}:*` }, { uid: true });
      if (found === false || found === undefined) throw lost("the search for new mail");
      // `n:*` names the last message even when its UID is below n (RFC 9051, section 9, sequence-set).
      return found.filter((one) => one > uid).sort((a, b) => a - b);
    },
    sizes: async (uids) => {
      const sizes = new Map<number, number>();
      for await (const message of client.fetch(
        ranges(uids),
        { uid: true, size: true },
        { uid: true },
      ))
        sizes.set(message.uid, message.size ?? 0);
      if (!client.usable) throw lost("a FETCH of sizes");
      return sizes;
    },
    fetch: async (uids) => {
      const mails: FetchedMail[] = [];
      // imapflow asks with BODY.PEEK: fetching does not set \Seen.
      for await (const message of client.fetch(
        ranges(uids),
        { uid: true, source: true },
        { uid: true },
      ))
        if (message.source) mails.push({ uid: message.uid, raw: message.source });
      if (!client.usable) throw lost("a FETCH");
      return mails;
    },
    mark: async (uids) => {
      if (!flags.has("\\*") && !flags.has(KEYWORD)) return;
      await client.messageFlagsAdd(ranges(uids), [KEYWORD], { uid: true });
    },
    waitForNews: (ms, signal) => waitForNews(client, ms, signal),
    close: () => client.close(),
  };
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

/** 1,2,3,7 as `1:3,7`: a server reads a short set faster, and some refuse long lines. */
function ranges(uids: number[]): string {
  const parts: string[] = [];
  let start = uids[0] ?? 0;
  uids.forEach((uid, index) => {
    const next = uids[index + 1];
    if (next === uid + 1) return;
    parts.push(start === uid ? `${uid}` : `${start}:${uid}`);
    start = next ?? uid;
  });
  return parts.join(",");
}

function lost(what: string): Error {
  return Object.assign(new Error(`The connection was lost during ${what}.`), {
    code: "NoConnection",
  });
}
