/**
 * An IMAP failure as one sentence for the operator: what happened, and the remedy. The server's own words are left out:
 * they can hold anything. Codes: imapflow's `authenticationFailed`, `serverResponseCode` (RFC 5530), Node's `code`.
 */
export function imapProblem(
  error: unknown,
  account: { host: string; port: number; user: string; folder: string },
): string {
  const server = `${account.host}:${account.port}`;
  const facts = factsOf(error);
  if (facts.authenticationFailed)
    return `${server} refused the password of ${account.user}. Correct it under Mailboxes; new mail waits on the server until then.`;
  if (facts.serverResponseCode === "NONEXISTENT" || facts.serverResponseCode === "TRYCREATE")
    return `${server} has no folder "${account.folder}" for ${account.user}. Correct the folder under Mailboxes.`;
  const known = BY_CODE.find(([codes]) => facts.codes.some((code) => codes.test(code)));
  if (known) return known[1](server);
  return `${server} stopped in the middle. The desk tries again by itself; nothing is lost.`;
}

const BY_CODE: readonly (readonly [RegExp, (server: string) => string])[] = [
  [
    /^ENOTFOUND$|^EAI_AGAIN$/,
    (server) => `The name in ${server} is not known to DNS. Correct the host under Mailboxes.`,
  ],
  [
    /^ECONNREFUSED$/,
    (server) =>
      `Nothing answers at ${server}. Check host and port, and whether the mail server runs.`,
  ],
  [
    /^(ETIMEDOUT|ECONNTIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|GreetingTimeout)$/,
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
  [
    /^(ENOSPC|SQLITE_FULL|P2010-FULL)$/,
    () =>
      "The disk of the desk is full. Free some space: the mail waits on the server and is taken then; nothing is lost.",
  ],
];

type Facts = { authenticationFailed: boolean; serverResponseCode: string; codes: string[] };

function factsOf(error: unknown, depth = 0): Facts {
  if (!(error instanceof Error) || depth > 4)
    return { authenticationFailed: false, serverResponseCode: "", codes: [] };
  const own = error as Error & {
    authenticationFailed?: boolean;
    serverResponseCode?: string;
    code?: unknown;
  };
  const inner = factsOf(own.cause, depth + 1);
  const full = /database or disk is full|SQLITE_FULL|ENOSPC/.test(own.message) ? ["ENOSPC"] : [];
  return {
    authenticationFailed: own.authenticationFailed === true || inner.authenticationFailed,
    serverResponseCode: own.serverResponseCode ?? inner.serverResponseCode,
    codes: [String(own.code ?? ""), ...full, ...inner.codes],
  };
}
