import { type StorageFault, storageFault } from "../db/storage-fault.ts";

type Account = { host: string; port: number; user: string; folder: string };

/**
 * An IMAP failure as one sentence for the operator: what happened, and the remedy. The server's own words are left out:
 * they can hold anything. Codes: imapflow's `authenticationFailed`, `serverResponseCode` (RFC 5530), Node's `code`.
 */
export function imapProblem(error: unknown, account: Account): string {
  const server = `${account.host}:${account.port}`;
  const fault = storageFault(error);
  if (fault) return OWN_FAULT[fault];
  const facts = factsOf(error);
  if (facts.serverCodes.some((code) => NOT_NOW.test(code)))
    return `${server} cannot let ${account.user} in at the moment. The desk tries again by itself; new mail waits on the server.`;
  if (facts.authenticationFailed)
    return `${server} refused the password of ${account.user}. Correct it under Mailboxes; new mail waits on the server until then.`;
  if (facts.mailboxMissing || facts.serverCodes.some((code) => NO_FOLDER.test(code)))
    return `${server} has no folder "${account.folder}" for ${account.user}. Correct the folder under Mailboxes.`;
  const known = BY_CODE.find(([codes]) => facts.codes.some((code) => codes.test(code)));
  if (known) return known[1](server);
  if (facts.ofDatabase)
    return "The desk's own database failed. 'npx exitdesk doctor' tells why; the mail waits on the server, nothing is lost.";
  return `${server} stopped in the middle. The desk tries again by itself; nothing is lost.`;
}

/** RFC 5530, section 3: the server cannot say whether the password is right. */
const NOT_NOW = /^(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)$/;
const NO_FOLDER = /^(NONEXISTENT|TRYCREATE|CANNOT)$/;

const OWN_FAULT: Record<StorageFault, string> = {
  full: "The disk of the desk is full. Free some space: the mail waits on the server and is taken then; nothing is lost.",
  "read-only":
    "The desk's database cannot be written to. Check the owner and the rights of DATA_DIR; the mail waits on the server.",
  busy: "The desk's database is held by another program. The desk tries again by itself; the mail waits on the server.",
  broken:
    "The disk of the desk reports errors. Check the disk and your backup, then run 'npx exitdesk doctor'; the mail waits on the server.",
};

const BY_CODE: readonly (readonly [RegExp, (server: string) => string])[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    (server) => `The name in ${server} is not known to DNS. Correct the host under Mailboxes.`,
  ],
  [
    /^ECONNREFUSED$/,
    (server) =>
      `Nothing answers at ${server}. Check host and port, and whether the mail server runs.`,
  ],
  [
    /^(EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/,
    (server) =>
      `There is no way to ${server} from here. Check the network; the desk tries again by itself.`,
  ],
  [
    /^(ETIMEDOUT|ETIMEOUT|ECONNTIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|GREEETING_TIMEOUT|UPGRADE_TIMEOUT|GreetingTimeout)$/,
    (server) =>
      `${server} does not answer in time. Check host, port and firewall; the desk tries again by itself.`,
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/,
    (server) =>
      `The certificate of ${server} cannot be trusted. Use the name it is made for, or allow a certificate of your own under Mailboxes.`,
  ],
  [
    /^(EPROTO|ERR_SSL.*|StartTLSUnavailable|TLSRequired)$/,
    (server) =>
      `${server} does not speak the chosen kind of encryption. Choose the other one (TLS or STARTTLS) under Mailboxes.`,
  ],
];

type Facts = {
  authenticationFailed: boolean;
  /** imapflow asked with LIST after a refused SELECT. */
  mailboxMissing: boolean;
  ofDatabase: boolean;
  serverCodes: string[];
  codes: string[];
};

const NO_FACTS: Facts = {
  authenticationFailed: false,
  mailboxMissing: false,
  ofDatabase: false,
  serverCodes: [],
  codes: [],
};

function factsOf(error: unknown, depth = 0): Facts {
  if (!(error instanceof Error) || depth > 4) return NO_FACTS;
  const own = error as Error & {
    authenticationFailed?: boolean;
    mailboxMissing?: boolean;
    serverResponseCode?: unknown;
    code?: unknown;
  };
  const inner = factsOf(own.cause, depth + 1);
  return {
    authenticationFailed: own.authenticationFailed === true || inner.authenticationFailed,
    mailboxMissing: own.mailboxMissing === true || inner.mailboxMissing,
    ofDatabase: /^(Prisma|Libsql|Sqlite)/.test(own.name) || inner.ofDatabase,
    serverCodes: [...listed(own.serverResponseCode), ...inner.serverCodes],
    codes: [...listed(own.code), ...inner.codes],
  };
}

function listed(code: unknown): string[] {
  return typeof code === "string" ? [code] : [];
}
