import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

/** What the server does otherwise than it should. */
export type Misbehaviour = {
  /** What it says instead of how many messages there are. */
  exists?: number;
  /** UIDs it lists and does not hand over. */
  withheld?: number[];
  /** UIDs of which it hands over nothing but an empty body although it says they are large. */
  hollow?: number[];
  /** UIDs its first so many searches leave out. */
  late?: { uids: number[]; searches: number };
};

const UID_VALIDITY = 77;

/**
 * A small IMAP server (RFC 9051) for one folder, in order to misbehave in ways no real server can be told to. Takes any
 * password; knows what our client asks for and nothing else. UIDs are 1, 2, 3 in the order of `mails`.
 */
export class ScriptedImap {
  readonly mails: string[] = [];
  misbehaviour: Misbehaviour = {};
  /** How often each UID's bytes were asked for. */
  readonly asked = new Map<number, number>();
  #searches = 0;
  #server: Server;
  #sockets = new Set<Socket>();

  static async start(): Promise<ScriptedImap> {
    const imap = new ScriptedImap();
    await new Promise<void>((resolve) => imap.#server.listen(0, "127.0.0.1", resolve));
    return imap;
  }

  private constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => this.#sockets.delete(socket));
      socket.write("* OK ready\r\n");
      const say = this.#dialogue();
      let rest = "";
      socket.on("data", (chunk) => {
        const lines = `${rest}${chunk}`.split("\r\n");
        rest = lines.pop() ?? "";
        for (const line of lines) socket.write(say(line), "latin1");
      });
    });
  }

  /** Of one connection: what is said to each line of the client. */
  #dialogue(): (line: string) => string {
    let idle = "";
    return (line) => {
      if (line === "DONE") return `${idle} OK done\r\n`;
      const [tag = "", ...words] = line.split(" ");
      if (words[0]?.toUpperCase() !== "IDLE")
        return `${this.#answer(words.join(" "))}${tag} OK done\r\n`;
      idle = tag;
      return "+ idling\r\n";
    };
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(command: string): string {
    const [verb = "", second = ""] = command.toUpperCase().split(" ");
    if (verb === "CAPABILITY") return "* CAPABILITY IMAP4rev1 IDLE\r\n";
    if (verb === "LIST") return '* LIST () "/" INBOX\r\n';
    if (verb === "SELECT") return this.#select();
    if (verb === "UID" && second === "SEARCH") return this.#search(command);
    if (verb === "UID" && second === "FETCH") return this.#fetch(command);
    return "";
  }

  #select(): string {
    const exists = this.misbehaviour.exists ?? this.mails.length;
    return [
      "* FLAGS (\\Seen)",
      "* OK [PERMANENTFLAGS (\\Seen)] no keywords",
      `* ${exists} EXISTS`,
      `* OK [UIDVALIDITY ${UID_VALIDITY}] valid`,
      `* OK [UIDNEXT ${this.mails.length + 1}] next`,
      "",
    ].join("\r\n");
  }

  #search(command: string): string {
    this.#searches += 1;
    const { late } = this.misbehaviour;
    const hidden = late && this.#searches <= late.searches ? late.uids : [];
    const uids = this.#named(command).filter((uid) => !hidden.includes(uid));
    return `* SEARCH${uids.map((uid) => ` ${uid}`).join("")}\r\n`;
  }

  #fetch(command: string): string {
    const bytes = command.toUpperCase().includes("BODY");
    const { withheld = [], hollow = [] } = this.misbehaviour;
    return this.#named(command)
      .map((uid) => {
        const mail = this.mails[uid - 1] ?? "";
        if (!bytes) return `* ${uid} FETCH (UID ${uid} RFC822.SIZE ${mail.length})\r\n`;
        this.asked.set(uid, (this.asked.get(uid) ?? 0) + 1);
        if (withheld.includes(uid)) return "";
        if (hollow.includes(uid)) return `* ${uid} FETCH (UID ${uid} BODY[] NIL)\r\n`;
        return `* ${uid} FETCH (UID ${uid} BODY[] {${mail.length}}\r\n${mail})\r\n`;
      })
      .join("");
  }

  /** UIDs of the first set of numbers in the command that are there; `n:*` names the last one whatever n is. */
  #named(command: string): number[] {
    const all = this.mails.map((_, index) => index + 1);
    const last = all.length;
    const set = /(?:^| )([\d*:,]+)(?: |$)/.exec(
      command.replace(/^UID (SEARCH|FETCH) (UID )?/i, ""),
    )?.[1];
    const ranges = (set ?? "1:*").split(",").map((range) => {
      const [from = 0, to = from] = range
        .split(":")
        .map((end) => (end === "*" ? last : Number(end)));
      return [Math.min(from, to), Math.max(from, to)] as const;
    });
    return all.filter((uid) => ranges.some(([from, to]) => uid >= from && uid <= to));
  }
}
