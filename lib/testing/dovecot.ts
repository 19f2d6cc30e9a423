import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeCertificate } from "./make-certificate.ts";

const PROGRAM = "/usr/sbin/dovecot";
export const USER = "abuse";
export const PASSWORD = "test-abuse";
/** Files that carry UIDs; without them Dovecot numbers a folder anew. */
const UID_FILES = /^dovecot(-uid|\.index|\.list\.index)/;

/** The installed Dovecot, thrown away afterwards: IMAP with STARTTLS, IMAPS and LMTP on free loopback ports. Needs root. */
export class Dovecot {
  readonly folder: string;
  readonly imapPort: number;
  readonly imapsPort: number;
  readonly lmtpPort: number;
  #serial = 0;

  static async start(): Promise<Dovecot> {
    if (process.getuid?.() !== 0) throw new Error("These tests start Dovecot, which needs root.");
    if (!existsSync(PROGRAM))
      throw new Error(`${PROGRAM} is missing: apt-get install dovecot-imapd dovecot-lmtpd`);
    const [imap = 0, imaps = 0, lmtp = 0] = await freePorts(3);
    const server = new Dovecot(imap, imaps, lmtp);
    await server.launch();
    return server;
  }

  private constructor(imapPort: number, imapsPort: number, lmtpPort: number) {
    this.folder = mkdtempSync(path.join(tmpdir(), "dovecot-"));
    this.imapPort = imapPort;
    this.imapsPort = imapsPort;
    this.lmtpPort = lmtpPort;
    chmodSync(this.folder, 0o755);
    for (const name of ["run", "state", "mail"]) mkdirSync(path.join(this.folder, name));
    own(path.join(this.folder, "mail"));
    this.setPassword(PASSWORD);
    makeCertificate(this.folder);
    writeFileSync(path.join(this.folder, "dovecot.conf"), configuration(this));
  }

  /** Starts it, also again after `crash`. */
  async launch(): Promise<void> {
    execFileSync(PROGRAM, ["-c", this.#config], { stdio: "ignore" });
    for (let attempt = 0; attempt < 200; attempt++) {
      if (await answers(this.imapPort)) return;
      await sleep(25);
    }
    throw new Error(`Dovecot did not start:\n${this.log()}`);
  }

  log(): string {
    const file = path.join(this.folder, "dovecot.log");
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  /** Puts mails into the mailbox as a delivery program does, many at once. */
  deliver(...mails: (string | Uint8Array)[]): void {
    for (const name of ["", "cur", "new", "tmp"]) {
      const folder = path.join(this.maildir, name);
      if (existsSync(folder)) continue;
      mkdirSync(folder, { recursive: true });
      own(folder);
    }
    own(path.dirname(this.maildir));
    for (const mail of mails) {
      const name = `${1_700_000_000 + ++this.#serial}.M${this.#serial}P1.test`;
      const file = path.join(this.maildir, "tmp", name);
      writeFileSync(file, mail);
      own(file);
      renameSync(file, path.join(this.maildir, "new", name));
    }
  }

  get maildir(): string {
    return path.join(this.folder, "mail", USER, "Maildir");
  }

  setPassword(password: string): void {
    const file = path.join(this.folder, "users");
    writeFileSync(file, `${USER}:{PLAIN}${password}::::::\n`);
    chmodSync(file, 0o644);
  }

  /** Cuts every session. */
  kick(): void {
    // doveadm ends with an error when there is nobody to cut off.
    spawnSync("doveadm", ["-c", this.#config, "kick", USER], { stdio: "ignore" });
  }

  /** What a server does that was restored from a backup or moved: all UIDs become void. No client may be connected. */
  async resetUidValidity(): Promise<void> {
    this.kick();
    // UIDVALIDITY is a second; it must differ.
    await sleep(1100);
    for (const name of readdirSync(this.maildir))
      if (UID_FILES.test(name)) rmSync(path.join(this.maildir, name));
  }

  doveadm(...args: string[]): string {
    return execFileSync("doveadm", ["-c", this.#config, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  }

  /** kill -9 of everything it started. */
  async crash(): Promise<void> {
    const pid = Number(readFileSync(path.join(this.folder, "run", "master.pid"), "utf8"));
    const children = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], {
      encoding: "utf8",
    });
    for (const one of [pid, ...children.trim().split(/\s+/).map(Number)])
      if (one > 1) process.kill(one, "SIGKILL");
    while (await answers(this.imapPort)) await sleep(20);
    rmSync(path.join(this.folder, "run", "master.pid"), { force: true });
  }

  async stop(): Promise<void> {
    const stopping = spawn("doveadm", ["-c", this.#config, "stop"], { stdio: "ignore" });
    await new Promise((resolve) => stopping.once("exit", resolve));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  get #config(): string {
    return path.join(this.folder, "dovecot.conf");
  }
}

function configuration({ folder, imapPort, imapsPort, lmtpPort }: Dovecot): string {
  return `
protocols = imap lmtp
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
instance_name = exitdesk-test-${imapPort}
log_path = ${folder}/dovecot.log
ssl = yes
ssl_cert = <${folder}/tls.pem
ssl_key = <${folder}/tls.key
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/mail/%u
}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 100
mail_location = maildir:~/Maildir
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
}
service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${imapsPort}
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;
}

function own(target: string): void {
  const [, , uid = "8", gid = "8"] =
    /^mail:([^:]*):(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8")) ?? [];
  chownSync(target, Number(uid), Number(gid));
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ports.push((server.address() as AddressInfo).port);
  }
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  return ports;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const open = await new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
  });
  socket.destroy();
  return open;
}
