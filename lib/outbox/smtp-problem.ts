/**
 * Why no letter can go out, as one sentence for the operator with the remedy. Codes: nodemailer's `code`, and Node's own
 * kept in `originalCode` or `cause`.
 */
export function smtpProblem(
  error: unknown,
  account: { host: string; port: number; user: string },
): string {
  const server = `${account.host}:${account.port}`;
  const codes = codesOf(error);
  const [, say] = WORDS.find(([known]) => codes.some((code) => known.test(code))) ?? [];
  return say
    ? say(server, account.user)
    : `The connection to ${server} broke off. The desk tries again by itself.`;
}

type Say = (server: string, user: string) => string;
const WORDS: readonly (readonly [RegExp, Say])[] = [
  [
    /^EAUTH$/,
    (server, user) => `${server} refused the password of ${user}. Correct it under Mailboxes.`,
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN|EDNS)$/,
    (server) => `The name in ${server} is not known to DNS. Correct the SMTP host under Mailboxes.`,
  ],
  [
    /^ECONNREFUSED$/,
    (server) =>
      `Nothing answers at ${server}. Check the SMTP host and port, and whether the mail server runs.`,
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/,
    (server) =>
      `The certificate of ${server} cannot be trusted. Use the name it is made for, or allow a certificate of your own under Mailboxes.`,
  ],
  [
    /^(ETLS|EPROTO|ERR_SSL.*)$/,
    (server) =>
      `${server} does not speak the chosen kind of encryption. Choose the other one (TLS or STARTTLS) under Mailboxes.`,
  ],
  [
    /^ETIMEDOUT$/,
    (server) =>
      `${server} does not answer in time. Check host, port and firewall; the desk tries again by itself.`,
  ],
  [
    /^EPROTOCOL$/,
    (server) => `${server} does not take mail from this desk now; the desk tries again by itself.`,
  ],
];

function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const { code, originalCode } = error as { code?: unknown; originalCode?: unknown };
  return [originalCode, code]
    .filter((one): one is string => typeof one === "string")
    .concat(codesOf(error.cause, depth + 1));
}
