import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSession } from "../../lib/accounts/session-store.ts";
import type { BenchDesk } from "./bench-desk.ts";
import { deskEnv } from "./bench-worker.ts";
import { parentOf } from "./process-cpu.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const START_MS = 60_000;

export type Running = {
  url: string;
  /** Wall milliseconds from the start of the process to the first page with status 200. */
  startedMs: number;
  pid: number;
  /** The processes under it, by what they run. */
  children: () => { pid: number; program: string }[];
  stop: () => Promise<void>;
};
export type Page = { path: string; cookie: string };

/** Web and worker under their parent, as `npm start` runs them once all is built. */
export async function runDesk(desk: BenchDesk, page: Page): Promise<Running> {
  return await run(["bin/serve.mjs"], ROOT, deskEnv(desk), page);
}

/** The bare application of `folder`, by Next alone. */
export async function runBare(folder: string, page: Page): Promise<Running> {
  const next = path.join(ROOT, "node_modules/next/dist/bin/next");
  return await run([next, "start", "-H", "127.0.0.1"], folder, {}, page);
}

async function run(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
  page: Page,
): Promise<Running> {
  const port = String(await freePort());
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...env,
      PORT: port,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isThere(url, page))) {
    if (performance.now() - began > START_MS || child.exitCode !== null) {
      await stopped(child);
      throw new Error(`${args.join(" ")} did not answer ${page.path} with 200`);
    }
    await sleep(5);
  }
  const startedMs = performance.now() - began;
  const pid = child.pid ?? 0;
  return { url, startedMs, pid, children: () => childrenOf(pid), stop: () => stopped(child) };
}

/** A person who may see the desk, with an open session. */
export async function signedIn({ db }: BenchDesk): Promise<string> {
  const data = { passwordHash: "none", role: "owner", createdAt: new Date() } as const;
  const { id } = await db.user.create({ data: { ...data, login: "bench" } });
  return `exitdesk-session=${await openSession(db, id, { agent: "bench", now: Date.now() })}`;
}

async function isThere(url: string, page: Page): Promise<boolean> {
  return await fetch(`${url}${page.path}`, {
    headers: { cookie: page.cookie },
    redirect: "manual",
  }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status === 200;
    },
    () => false,
  );
}

function childrenOf(pid: number): { pid: number; program: string }[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((one) => Number.isInteger(one) && parentOf(one) === pid)
    .map((one) => ({
      pid: one,
      program: readFileSync(`/proc/${one}/cmdline`, "utf8").replaceAll("\0", " ").trim(),
    }));
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}
