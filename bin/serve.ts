// Web and worker under one parent: migrates first, starts both, restarts one that dies, stops both cleanly.
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { readEnv } from "../lib/config/env.ts";

const STOP_GRACE_MS = 10_000;
const RESTART_LIMIT = 5;
const RESTART_WINDOW_MS = 60_000;

const env = readEnvOrExit();
const address = `http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${env.PORT}`;
let stopping = false;
const children = new Set<ChildProcess>();

await runOnce(["bin/migrate.ts"]);
keepRunning("web", [
  "node_modules/next/dist/bin/next",
  "start",
  "-H",
  env.HOST,
  "-p",
  String(env.PORT),
]);
keepRunning("worker", ["lib/worker/main.ts"]);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));
await announce();

function readEnvOrExit() {
  try {
    return readEnv();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

function start(args: string[]): ChildProcess {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  children.add(child);
  child.on("exit", () => children.delete(child));
  return child;
}

async function runOnce(args: string[]): Promise<void> {
  const code = await new Promise<number | null>((resolve) => start(args).on("exit", resolve));
  if (code !== 0) process.exit(1);
}

function keepRunning(name: string, args: string[], deaths: number[] = []): void {
  start(args).on("exit", (code) => {
    if (stopping) return;
    const recent = [...deaths.filter((at) => Date.now() - at < RESTART_WINDOW_MS), Date.now()];
    if (recent.length >= RESTART_LIMIT) {
      console.error(
        `The ${name} process ended ${recent.length} times in a minute (last exit status ${code}). Run 'npx exitdesk doctor'.`,
      );
      void stop(1);
      return;
    }
    setTimeout(() => stopping || keepRunning(name, args, recent), 1_000 * recent.length);
  });
}

async function stop(status: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill("SIGTERM");
  const deadline = Date.now() + STOP_GRACE_MS;
  while (children.size > 0 && Date.now() < deadline) await sleep(50);
  for (const child of children) child.kill("SIGKILL");
  process.exit(status);
}

async function announce(): Promise<void> {
  while (!stopping) {
    const live = await fetch(`${address}/api/health`).then(
      (answer) => answer.status < 500,
      () => false,
    );
    if (live) {
      console.log(`Exitdesk is ready: ${address}   (Ctrl+C stops it; data in ${env.DATA_DIR})`);
      return;
    }
    await sleep(100);
  }
}
