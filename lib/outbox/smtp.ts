import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { isPlainAddress } from "./plain-address.ts";
import type { Answer, Attempt, Refusal } from "./smtp-answer.ts";
import { smtpProblem } from "./smtp-problem.ts";

export type SmtpAccount = {
  host: string;
  port: number;
  security: string;
  user: string;
  password: string;
  allowSelfSigned: boolean;
};

export type LetterFile = { name: string; mediaType: string; bytes: Uint8Array };

export type Letter = {
  from: { name: string; address: string };
  /** Everybody the letter is addressed to, as its To field shows. */
  to: string[];
  /** Those of them this attempt is for. */
  recipients: string[];
  subject: string;
  text: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  autoSubmitted: string | null;
  date: Date;
  files: LetterFile[];
};

/** Waits in milliseconds. `socket`: RFC 5321 section 4.5.3.2 gives a server ten minutes to answer the text. */
export type SmtpWaits = { connect: number; greeting: number; socket: number };
const WAITS: SmtpWaits = { connect: 30_000, greeting: 60_000, socket: 10 * 60_000 };

/** One signed-in connection. After an attempt that did not end well it is of no further use. */
export type SmtpSession = {
  /** `onData` is awaited, with the bytes, when the server asks for the text, before its first one leaves. Never throws for the network. */
  send: (letter: Letter, onData: (raw: Uint8Array) => Promise<void>) => Promise<Attempt>;
  close: () => void;
};

/** Connects and signs in; the attempt it failed with when it cannot. */
export async function openSmtp(
  account: SmtpAccount,
  ehlo: string,
  waits = WAITS,
): Promise<SmtpSession | { failed: Attempt }> {
  const connection = new SMTPConnection({
    host: account.host,
    port: account.port,
    name: ehlo,
    secure: account.security === "tls",
    requireTLS: account.security === "starttls",
    ignoreTLS: account.security === "none",
    tls: { rejectUnauthorized: !account.allowSelfSigned },
    connectionTimeout: waits.connect,
    greetingTimeout: waits.greeting,
    socketTimeout: waits.socket,
  });
  // Without a listener an error event ends the process; each step below listens for its own.
  connection.on("error", () => undefined);
  try {
    await step(connection, (done) => connection.connect(done));
    if (account.user !== "") {
      const credentials = { user: account.user, pass: account.password };
      await step(connection, (done) => connection.login({ credentials }, done));
    }
  } catch (error) {
    connection.close();
    return { failed: failedSession(error, account) };
  }
  return {
    send: (letter, onData) => send(connection, account, letter, onData),
    close: () => connection.quit(),
  };
}

async function send(
  connection: SMTPConnection,
  account: SmtpAccount,
  letter: Letter,
  onData: (raw: Uint8Array) => Promise<void>,
): Promise<Attempt> {
  let dataBegun = false;
  const raw = await composeLetter(letter);
  // nodemailer begins to read the message when the server has answered DATA with 354, and not before.
  const message = Readable.from(
    (async function* () {
      await onData(raw);
      dataBegun = true;
      yield raw;
    })(),
    { objectMode: false },
  );
  const envelope = { from: letter.from.address, to: letter.recipients, size: raw.length };
  try {
    const info = await step<SMTPConnection.SentMessageInfo>(connection, (done) =>
      connection.send(envelope, message, done),
    );
    return { kind: "accepted", answer: answerOf(info.response), refused: refusalsOf(info) };
  } catch (error) {
    message.destroy();
    connection.close();
    return failedLetter(error, account, dataBegun);
  }
}

/**
 * The bytes of a letter: plain text, no mark of the program that made it. Throws when an address is not one plain
 * address or a header value holds a line break: such a letter must not go out in any form.
 */
export async function composeLetter(letter: Letter): Promise<Buffer> {
  const addresses = [letter.from.address, ...letter.to, ...letter.recipients];
  const wrong = addresses.find((address) => !isPlainAddress(address));
  if (wrong !== undefined) throw new Error(`${JSON.stringify(wrong)} is not one plain address.`);
  const ids = [letter.messageId, letter.inReplyTo ?? "<x@x>", ...letter.references];
  const names = letter.files.flatMap(({ name, mediaType }) => [name, mediaType]);
  const values = [letter.subject, letter.from.name, letter.autoSubmitted ?? "", ...names];
  if (ids.some((id) => !/^<[\x21-\x3b\x3d\x3f-\x7e]{1,990}>$/.test(id)) || values.some(hasControl))
    throw new Error("A header of the letter holds characters that no header may hold.");
  const composer = new MailComposer({
    from: letter.from,
    to: letter.to.map((address) => ({ name: "", address })),
    subject: letter.subject,
    text: letter.text,
    attachments: letter.files.map(attachment),
    messageId: letter.messageId,
    date: letter.date,
    newline: "\r\n",
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(letter.inReplyTo ? { inReplyTo: letter.inReplyTo } : {}),
    ...(letter.references.length > 0 ? { references: letter.references } : {}),
    ...(letter.autoSubmitted ? { headers: { "Auto-Submitted": letter.autoSubmitted } } : {}),
  });
  return await composer.compile().build();
}

/** Always base64: any other encoding may change line ends, and what arrives must be what was approved. */
function attachment({ name, mediaType, bytes }: LetterFile) {
  return {
    filename: name,
    contentType: mediaType,
    content: Buffer.from(bytes),
    contentDisposition: "attachment" as const,
    contentTransferEncoding: "base64" as const,
  };
}

function hasControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not be there
  return /[\x00-\x08\x0a-\x1f\x7f]/.test(text);
}

/** nodemailer reports a lost connection as an event, a refusal to the callback, and some failures as both. */
function step<T = void>(
  connection: SMTPConnection,
  run: (done: (error?: Error | null, value?: unknown) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("Connection closed"));
    connection.once("error", reject);
    connection.once("end", ended);
    run((error, value) => {
      connection.removeListener("error", reject);
      connection.removeListener("end", ended);
      if (error) reject(error);
      else resolve(value as T);
    });
  });
}

/** What nodemailer puts on its errors. `command`: the one in flight. */
type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  response?: string;
  responseCode?: number;
  command?: string;
  rejectedErrors?: SmtpError[];
  recipient?: string;
};

function failedSession(error: unknown, account: SmtpAccount): Attempt {
  const { response } = error as SmtpError;
  const text = smtpProblem(error, account);
  if (!response) return { kind: "broken", dataBegun: false, text };
  const answer = { ...answerOf(response), text: `${text} It said: ${response}` };
  return { kind: "refused", stage: "session", answer, refused: [] };
}

function failedLetter(error: unknown, account: SmtpAccount, dataBegun: boolean): Attempt {
  const { response, responseCode, command, code } = error as SmtpError;
  if (response && responseCode) {
    // The connection was about to end anyway: what is said at CONN is said to us, not about the letter.
    const stage = command === "CONN" ? "session" : "envelope";
    return {
      kind: "refused",
      stage: dataBegun ? "text" : stage,
      answer: answerOf(response),
      refused: refusalsOf(error as SmtpError),
    };
  }
  if (code === "EMESSAGE" && !dataBegun)
    return {
      kind: "refused",
      stage: "envelope",
      answer: { code: 552, text: "The letter is larger than this server takes." },
      refused: [],
    };
  const server = `${account.host}:${account.port}`;
  const text = dataBegun
    ? `The connection to ${server} ended after the text was handed over and before the server answered.`
    : smtpProblem(error, account);
  return { kind: "broken", dataBegun, text };
}

function refusalsOf({
  rejectedErrors = [],
}: {
  rejectedErrors?: unknown[] | undefined;
}): Refusal[] {
  return (rejectedErrors as SmtpError[]).flatMap(({ recipient, response }) =>
    recipient && response ? [{ address: recipient, answer: answerOf(response) }] : [],
  );
}

function answerOf(response: string): Answer {
  return { code: Number(/^\d{3}/.exec(response)?.[0] ?? 0), text: response };
}
