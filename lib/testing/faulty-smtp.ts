import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createServer as createTlsServer } from "node:tls";
import { makeCertificate } from "./make-certificate.ts";
import { headerOf } from "./smtp-sink.ts";

/** Where in the dialogue of RFC 5321. `text`: in the middle of the message; `dot`: where its last answer is due. */
export const STEPS = ["greeting", "ehlo", "auth", "mail", "rcpt", "data", "text", "dot"] as const;
export type Step = (typeof STEPS)[number];
/** What goes wrong: the line ends (politely, or torn off), a refusal, no answer, a late, broken or senseless one. */
export const ACTS = ["close", "reset", "temp", "perm", "hang", "slow", "half", "garbage"] as const;
export type Act = (typeof ACTS)[number];
/** `loses`: at the dot, the server forgets the text it took. `afterBytes`: of the message, for `text`. */
export type Fault = { step: Step; act: Act; loses?: boolean; afterBytes?: number };

export type Arrival = { messageId: string; recipients: string[] };
type Script = { fault: Fault | null; arrivals: Arrival[]; pause?: () => number };

const ANSWERS: Record<Step, string> = {
  greeting: "220 sink.example ESMTP",
  ehlo: "250-sink.example\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME",
  auth: "235 2.7.0 fine",
  mail: "250 2.1.0 fine",
  rcpt: "250 2.1.5 fine",
  data: "354 go on",
  text: "",
  dot: "250 2.0.0 kept",
};
const VERBS: Record<string, Step> = {
  EHLO: "ehlo",
  HELO: "ehlo",
  AUTH: "auth",
  MAIL: "mail",
  RCPT: "rcpt",
  DATA: "data",
};
const SLOW_MS = 60;

/**
 * A mail server on loopback that follows a script of faults, one per connection (null: none), and remembers what it took
 * as its own. `pause`: ms before each answer, so that a kill hits between steps.
 */
export async function faultySmtp(given: {
  tls: boolean;
  fault: () => Fault | null;
  pause?: () => number;
}) {
  const arrivals: Arrival[] = [];
  const open = new Map<number | undefined, Socket>();
  const begin = (socket: Socket) => {
    socket.on("error", () => undefined);
    const tear = () => open.get(socket.remotePort)?.resetAndDestroy();
    void new Dialogue({ ...given, fault: given.fault(), arrivals, socket, tear }).run();
  };
  const server = given.tls ? createTlsServer(ownCertificate()) : createServer();
  server.on(given.tls ? "secureConnection" : "connection", begin);
  server.on("tlsClientError", () => undefined);
  // Under TLS too this is the bare connection, which alone can be torn off.
  server.prependListener("connection", (socket: Socket) => {
    const { remotePort } = socket;
    open.set(remotePort, socket);
    socket.on("error", () => undefined);
    socket.once("close", () => open.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    arrivals,
    close: async () => {
      for (const socket of open.values()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One connection: reads commands and the text, answers each as the script says. */
class Dialogue {
  #buffered = Buffer.alloc(0);
  #recipients: string[] = [];
  #inText = false;
  #given: Script & { socket: Socket; tear: () => void };

  constructor(given: Script & { socket: Socket; tear: () => void }) {
    this.#given = given;
  }

  async run(): Promise<void> {
    if (!(await this.#answer("greeting"))) return;
    try {
      for await (const chunk of this.#given.socket) {
        this.#buffered = Buffer.concat([this.#buffered, chunk as Buffer]);
        while (await (this.#inText ? this.#takeText() : this.#takeCommand()));
      }
    } catch {
      // The other side went away: that is what the test is about.
    }
  }

  async #takeCommand(): Promise<boolean> {
    const command = this.#upTo("\r\n");
    if (command === null) return false;
    const step = VERBS[command.slice(0, 4).toUpperCase()];
    if (step === undefined) {
      this.#given.socket.end("221 bye\r\n");
      return false;
    }
    if (step === "mail") this.#recipients = [];
    if (step === "rcpt") this.#recipients.push(/<([^>]*)>/.exec(command)?.[1] ?? "");
    const goesOn = await this.#answer(step);
    const { fault } = this.#given;
    this.#inText = step === "data" && (fault?.step !== "data" || fault.act === "slow");
    return goesOn;
  }

  async #takeText(): Promise<boolean> {
    const { fault, arrivals } = this.#given;
    if (fault?.step === "text" && this.#buffered.length >= (fault.afterBytes ?? 0))
      return await this.#answer("text");
    const text = this.#upTo("\r\n.\r\n");
    if (text === null) return false;
    this.#inText = false;
    const messageId = headerOf(text, "message-id") ?? "";
    if (takes(fault)) arrivals.push({ messageId, recipients: this.#recipients });
    return await this.#answer("dot");
  }

  #upTo(end: string): string | null {
    const at = this.#buffered.indexOf(end);
    if (at < 0) return null;
    const text = this.#buffered.subarray(0, at).toString("latin1");
    this.#buffered = this.#buffered.subarray(at + end.length);
    return text;
  }

  /** False: nothing more is answered on this connection. */
  async #answer(step: Step): Promise<boolean> {
    const { socket, fault, pause, tear } = this.#given;
    if (pause) await sleep(pause());
    const act = fault?.step === step ? fault.act : "fine";
    if (act === "slow") await sleep(SLOW_MS);
    const line = REFUSALS[act] ?? ANSWERS[step];
    if (act === "half" || act === "close") socket.end(act === "half" ? line.slice(0, 2) : "");
    else if (act === "reset") tear();
    else if (act !== "hang") socket.write(`${line}\r\n`);
    return !["half", "close", "reset", "hang"].includes(act);
  }
}

const REFUSALS: Record<string, string> = {
  temp: "451 4.3.0 not now",
  perm: "550 5.7.1 never",
  garbage: "\u0000\u00ff what?",
};

/** Did a server with this fault take responsibility for the text? A refusal says that it did not. */
function takes(fault: Fault | null): boolean {
  if (fault?.step !== "dot") return true;
  return !fault.loses && fault.act !== "temp" && fault.act !== "perm";
}

function ownCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), "faulty-smtp-"));
  makeCertificate(folder);
  const pair = {
    key: readFileSync(path.join(folder, "tls.key")),
    cert: readFileSync(path.join(folder, "tls.pem")),
  };
  rmSync(folder, { recursive: true, force: true });
  return pair;
}
