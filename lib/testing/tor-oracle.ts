import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What the real tor made of a torrc: `full` is its effective policy, null when it refused the configuration. */
export type TorAnswer = { full: string[] | null; ipv6Policy: string | null; warnings: string[] };

/** The relay address every answer assumes. */
export const ORACLE_ADDRESS = "203.0.113.9";

/**
 * The installed `tor`, started with `DisableNetwork 1` and asked over its control socket. A descriptor is only built on
 * demand while the network is off: `GETINFO extra-info/digest/<zeros>` makes tor rebuild it before it answers 552.
 */
export class TorOracle {
  readonly version: string;
  #tor: ChildProcess;
  #socket: Socket;
  #lines: AsyncIterator<string>;
  #folder: string;
  #asked = 0;

  static async start(): Promise<TorOracle> {
    const folder = mkdtempSync(join(tmpdir(), "tor-oracle-"));
    const torrc = join(folder, "torrc");
    writeFileSync(torrc, `${base(folder).join("\n")}\nExitRelay 0\n`);
    const command = ["tor", "--defaults-torrc", "/dev/null", "-f", torrc, "--quiet"];
    const [program = "tor", ...args] = canLeaveNetwork() ? ["unshare", "-n", ...command] : command;
    const tor = spawn(program, args, { stdio: "ignore" });
    const socket = await connect(join(folder, "control"), tor);
    const oracle = new TorOracle(tor, socket, folder, versionOf());
    await oracle.#ask("AUTHENTICATE");
    await oracle.#ask("SETEVENTS WARN ERR");
    return oracle;
  }

  private constructor(tor: ChildProcess, socket: Socket, folder: string, version: string) {
    this.version = version;
    this.#tor = tor;
    this.#socket = socket;
    this.#folder = folder;
    this.#lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  }

  /** Applies the torrc lines to a relay that holds `ORACLE_ADDRESS` and, if given, an IPv6 ORPort address. */
  async policy(torrc: readonly string[], relayIpv6: string | null = null): Promise<TorAnswer> {
    const orPort6 = relayIpv6 === null ? [] : [`ORPort [${relayIpv6}]:9001`];
    // tor does not rebuild its descriptor for every option that matters (ReducedExitPolicy); a new contact always does it.
    const fresh = `ContactInfo oracle ${++this.#asked}`;
    const body = [...base(this.#folder), ...orPort6, fresh, ...torrc].join("\n").split("\n");
    const stuffed = body.map((line) => (line.startsWith(".") ? `.${line}` : line));
    const loaded = await this.#ask(["+LOADCONF", ...stuffed, "."].join("\r\n"));
    const warnings = [...loaded.events];
    if (!loaded.status.startsWith("250")) return { full: null, ipv6Policy: null, warnings };
    await this.#ask(`GETINFO extra-info/digest/${"0".repeat(40)}`);
    const full = await this.#ask("GETINFO exit-policy/full");
    const descriptor = await this.#ask("GETINFO dir/server/authority");
    const line6 = descriptor.data.find((line) => line.startsWith("ipv6-policy "));
    const ipv6Policy = line6?.slice("ipv6-policy ".length) ?? null;
    return { full: full.data, ipv6Policy, warnings };
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#tor.once("exit", resolve));
    this.#socket.destroy();
    this.#tor.kill("SIGKILL");
    await gone;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ask(command: string): Promise<{ status: string; data: string[]; events: string[] }> {
    this.#socket.write(`${command}\r\n`);
    const data: string[] = [];
    const events: string[] = [];
    for (;;) {
      const line = await this.#line();
      if (line.startsWith("650")) events.push(line.slice(4));
      else if (line[3] === "+") data.push(...(await this.#block()));
      else if (line[3] === "-") data.push(line.slice(line.indexOf("=") + 1));
      else return { status: line, data, events };
    }
  }

  async #block(): Promise<string[]> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.#line();
      if (line === ".") return lines;
      lines.push(line.startsWith("..") ? line.slice(1) : line);
    }
  }

  async #line(): Promise<string> {
    const next = await this.#lines.next();
    if (next.done) throw new Error("tor closed the control connection; it may have crashed");
    return next.value;
  }
}

function base(folder: string): string[] {
  return [
    `DataDirectory ${folder}`,
    "DisableNetwork 1",
    `ControlPort unix:${join(folder, "control")}`,
    "CookieAuthentication 0",
    "SocksPort 0",
    "ORPort 9001 IPv4Only",
    `Address ${ORACLE_ADDRESS}`,
    "AssumeReachable 1",
    "Nickname oracle",
    "PublishServerDescriptor 0",
    "GeoIPFile /dev/null",
    "GeoIPv6File /dev/null",
    `Log notice file ${join(folder, "notice.log")}`,
  ];
}

/** Root may put tor into a network namespace of its own, so that it sees no interface of this machine. */
function canLeaveNetwork(): boolean {
  return process.getuid?.() === 0 && spawnSync("unshare", ["-n", "true"]).status === 0;
}

function versionOf(): string {
  return (
    /Tor version ([^ ]+?)\.?\n/.exec(spawnSync("tor", ["--version"]).stdout.toString())?.[1] ?? "?"
  );
}

async function connect(path: string, tor: ChildProcess): Promise<Socket> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if (tor.exitCode !== null) break;
    const socket = createConnection(path);
    const open = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    if (open) return socket;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  tor.kill("SIGKILL");
  throw new Error("tor did not start; is the Debian package tor installed?");
}
