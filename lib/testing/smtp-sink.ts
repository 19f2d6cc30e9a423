import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/**
 * How the sink behaves. `stored-drop`: keeps the mail and cuts the line before its answer, so the sender cannot know that
 * it went. `lost-drop`: cuts in the middle of DATA and keeps nothing, so the sender cannot know that it did not.
 * `ack-drop`: answers, then cuts at once. `rcpt-temp`, `rcpt-perm`: refuses recipients at bad.example only.
 */
export type SinkMode =
  | "ok"
  | "stored-drop"
  | "lost-drop"
  | "ack-drop"
  | "slow"
  | "temp"
  | "perm"
  | "mail-from-temp"
  | "rcpt-temp"
  | "rcpt-perm"
  | "banner-hang"
  | "refuse"
  | "auth-fail";

export type SinkMail = { from: string; to: string[]; raw: string; messageId: string };

const BAD_RECIPIENT = /@bad\.example$/i;
const SLOW_MS = 400;

/** An SMTP server on a free loopback port that keeps what it accepts and can misbehave in the ways servers do. */
export class SmtpSink {
  mode: SinkMode = "ok";
  readonly mails: SinkMail[] = [];
  connections = 0;
  #server: SMTPServer;
  #sockets = new Map<string, Socket>();

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink();
    await new Promise<void>((resolve) => sink.#server.listen(0, "127.0.0.1", resolve));
    return sink;
  }

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      size: 50 * 1024 * 1024,
      onConnect: (_session, done) => {
        this.connections += 1;
        if (this.mode === "refuse") return done(refusal(421, "4.3.2 try later"));
        if (this.mode !== "banner-hang") done();
      },
      onAuth: (auth, _session, done) =>
        this.mode === "auth-fail"
          ? done(refusal(535, "5.7.8 no"))
          : done(null, { user: auth.username }),
      onMailFrom: (_address, _session, done) =>
        done(this.mode === "mail-from-temp" ? refusal(452, "4.3.1 disk full") : null),
      onRcptTo: ({ address }, _session, done) => done(this.#recipientRefusal(address)),
      onData: (stream, session, done) => void this.#takeMail(stream, session, done),
    });
    this.#server.on("error", () => undefined);
    // The session of smtp-server does not know its socket; the raw connection comes first.
    this.#server.server.on("connection", (socket: Socket) => {
      socket.on("error", () => undefined);
      this.#sockets.set(`${socket.remotePort}`, socket);
      socket.once("close", () => this.#sockets.delete(`${socket.remotePort}`));
    });
  }

  get port(): number {
    const address = this.#server.server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #recipientRefusal(address: string): Error | null {
    if (!BAD_RECIPIENT.test(address)) return null;
    if (this.mode === "rcpt-temp") return refusal(450, "4.2.1 busy");
    return this.mode === "rcpt-perm" ? refusal(550, "5.1.1 no such user") : null;
  }

  async #takeMail(
    stream: AsyncIterable<Buffer>,
    session: SMTPServerSession,
    done: (error?: Error | null, message?: string) => void,
  ): Promise<void> {
    const cut = (): void => {
      this.#sockets.get(`${session.remotePort}`)?.destroy();
    };
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of stream) {
        if (this.mode === "lost-drop") return cut();
        chunks.push(chunk);
      }
    } catch {
      return;
    }
    if (this.mode === "temp") return done(refusal(451, "4.7.1 greylisted"));
    if (this.mode === "perm") return done(refusal(554, "5.7.1 refused"));
    this.#keep(Buffer.concat(chunks).toString("latin1"), session);
    if (this.mode === "stored-drop") return cut();
    if (this.mode === "slow") await sleep(SLOW_MS);
    done(null, "2.0.0 kept");
    if (this.mode === "ack-drop") setTimeout(cut, 5);
  }

  #keep(raw: string, { envelope }: SMTPServerSession): void {
    const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
    const to = envelope.rcptTo.map((recipient) => recipient.address);
    this.mails.push({ from, to, raw, messageId: headerOf(raw, "message-id") ?? "" });
  }
}

/** The value of a header field, unfolded; null when it is not there. */
export function headerOf(raw: string, name: string): string | null {
  const head = raw.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const fields = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const field = fields.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return field ? field.slice(name.length + 1).trim() : null;
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
