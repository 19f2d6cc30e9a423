import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = path.join(import.meta.dirname, "../..");
const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");

export type Server = { url: string; cpuMs: () => number; stop: () => Promise<void> };

/** The desk's own pages on a port of their own, and no worker. */
export async function startDesk(
  env: Record<string, string>,
  flags: readonly string[] = [],
): Promise<Server> {
  return await start(ROOT, (port) => ({
    args: [...flags, "bin/web.ts"],
    env: { ...env, PORT: port },
  }));
}

/** A production server of Next for the application in a folder. */
export async function startBare(folder: string): Promise<Server> {
  const args = [NEXT, "start", folder, "-H", "127.0.0.1", "-p"];
  return await start(folder, (port) => ({ args: [...args, port], env: {} }));
}

type Way = { args: readonly string[]; env: Record<string, string> };

async function start(folder: string, wayAt: (port: string) => Way): Promise<Server> {
  const port = await freePort();
  const { args, env } = wayAt(String(port));
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(url)); tries++) {
    if (tries > 300 || child.exitCode !== null)
      throw new Error(`the server of ${folder} did not start`);
    await sleep(100);
  }
  return { url, cpuMs: () => cpuOf(child.pid ?? 0), stop: () => stopped(child) };
}

/**
 * CPU milliseconds of a process, all threads it has now: the scheduler counts them in nanoseconds, while the sum in
 * `/proc/PID/stat` goes in steps of 10 ms (Documentation/scheduler/sched-stats.rst of the kernel).
 */
function cpuOf(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const spent = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]),
  );
  return spent.reduce((sum, one) => sum + one, 0) / 1e6;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

async function answers(url: string): Promise<boolean> {
  return await fetch(url, { redirect: "manual" }).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}
