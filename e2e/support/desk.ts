import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A desk of its own on a free port with an empty data folder: web and worker, started as `npm start` starts them. */
export class RunningDesk {
  readonly url: string;
  readonly dataDir = mkdtempSync(path.join(tmpdir(), "exitdesk-e2e-"));
  output = "";
  #process: ChildProcess;

  static async start(): Promise<RunningDesk> {
    const desk = new RunningDesk(await freePort());
    for (let tries = 0; tries < 300; tries += 1) {
      if (desk.output.includes("Exitdesk is ready")) return desk;
      if (desk.#process.exitCode !== null) break;
      await sleep(100);
    }
    throw new Error(`The desk did not start:\n${desk.output}`);
  }

  private constructor(port: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#process = spawn(process.execPath, ["bin/serve.mjs"], {
      env: { ...process.env, PORT: String(port), DATA_DIR: this.dataDir, RECONCILE_SECONDS: "5" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on("data", (chunk) => {
        this.output += String(chunk);
      });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill("SIGTERM");
    await ended;
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
