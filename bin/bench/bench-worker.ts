import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WORKER_FLAGS } from "../serve.mjs";
import type { BenchDesk } from "./bench-desk.ts";
import { processCpuMs, serverCpuMs } from "./process-cpu.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const LOOK_EVERY_MS = 25;

export type Worker = { pid: number; hasEnded: () => boolean; stop: () => Promise<void> };

/** The worker as `npm start` runs it. */
export function startWorker(desk: BenchDesk): Worker {
  const child = spawn(process.execPath, [...WORKER_FLAGS, "lib/worker/main.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", ...deskEnv(desk) },
  });
  return {
    pid: child.pid ?? 0,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: () => ended(child),
  };
}

export function deskEnv({ folder, url }: BenchDesk): Record<string, string> {
  return { DATA_DIR: folder, DATABASE_URL: url };
}

/** CPU milliseconds of the worker and of the database, so far. On SQLite the database is in the worker. */
export function intakeCpuMs(worker: Pick<Worker, "pid">, { postmaster }: BenchDesk): number {
  return processCpuMs(worker.pid) + (postmaster === null ? 0 : serverCpuMs(postmaster));
}

/** Waits until so many mails are cases; throws when that takes too long, or the worker died. */
export async function opened(
  desk: BenchDesk,
  worker: Worker,
  count: number,
  counted = openedMails,
): Promise<void> {
  const deadline = performance.now() + 60_000 + count * 200;
  while ((await counted(desk)) < count) {
    if (performance.now() > deadline || worker.hasEnded())
      throw new Error(`${await counted(desk)} of ${count} mails became cases`);
    await sleep(LOOK_EVERY_MS);
  }
}

export async function openedMails({ db }: BenchDesk): Promise<number> {
  return await db.sighting.count({ where: { NOT: { triagedAt: null } } });
}

/** Cases, or put aside. */
export async function settledMails({ db }: BenchDesk): Promise<number> {
  return await db.sighting.count({
    where: { OR: [{ NOT: { triagedAt: null } }, { outcome: "quarantined" }] },
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
