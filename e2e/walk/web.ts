import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";

/** The built pages on a free port with a database of their own, and no worker: nothing but requests changes anything. */
export class WebAlone {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), "exitdesk-walk-"));
  readonly db: Db;
  url = "";
  output = "";
  #process: ChildProcess | null = null;

  static async start(): Promise<WebAlone> {
    const web = new WebAlone();
    await migrate(web.#database(), process.cwd());
    await web.#serve(await freePort());
    return web;
  }

  private constructor() {
    this.db = openDb(this.#database());
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process?.once("exit", resolve));
    this.#process?.kill("SIGTERM");
    await ended;
    await this.db.$disconnect();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  #database(): string {
    return `file:${path.join(this.dataDir, "desk.db")}`;
  }

  async #serve(port: number): Promise<void> {
    this.url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      DATA_DIR: this.dataDir,
      PORT: String(port),
      NODE_ENV: "production",
    } as const;
    this.#process = spawn(process.execPath, ["bin/web.ts"], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on("data", (chunk) => {
        this.output += String(chunk);
      });
    for (let tries = 0; tries < 600 && this.#process.exitCode === null; tries += 1) {
      if (
        await fetch(`${this.url}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await sleep(100);
    }
    throw new Error(`The pages did not start:\n${this.output}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
