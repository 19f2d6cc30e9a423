// Web and worker under one small parent: migrates first, starts both, restarts one that dies, stops both cleanly.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./runtime.mjs";

const STOP_GRACE_MS = 10_000;
const RESTART_LIMIT = 5;
const RESTART_WINDOW_MS = 60_000;
const PORT_PROBLEMS = {
  EADDRINUSE: "is taken, perhaps by a desk that runs already",
  EACCES: "is reserved for the system",
  EADDRNOTAVAIL: "is not an address of this machine",
};
/**
 * A small young generation, and code kept small: the worker is idle most of its life and gives 70 MB back for a little more
 * collecting (7 % of the time it takes to read a mail).
 */
export const WORKER_FLAGS = ["--max-semi-space-size=2", "--optimize-for-size"];

const children = new Set();
let stopping = false;

/** Serves until Ctrl+C or SIGTERM, on the Node at `node`. Ends the process with the desk's exit status. */
export async function serve(node) {
  // The database and its log are for the desk's own user, also in a folder others may look into.
  process.umask(0o077);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  const { host, port, dataDir } = await prepareDatabase(node);
  await mustBeFree(host, port);
  keepRunning("web", node, ["bin/web.ts"]);
  keepRunning("worker", node, [...WORKER_FLAGS, "lib/worker/main.ts"]);
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  if (await answers(`${address}/api/health`))
    process.stdout.write(`Exitdesk is ready: ${address}   (Ctrl+C stops it; data in ${dataDir})\n`);
}

/** The migration reads the settings anyway; it hands them over so that this process need not load their checker. */
async function prepareDatabase(node) {
  const child = start(node, ["bin/migrate.ts"], "inherit");
  let settings = null;
  child.on("message", (message) => {
    settings = message;
  });
  await new Promise((resolve) => child.on("close", resolve));
  if (settings === null) process.exit(1);
  return settings;
}

/** Somebody else's answer on this port must not be taken for ours. */
async function mustBeFree(host, port) {
  const problem = await new Promise((resolve) => {
    const probe = createServer().once("error", (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (problem === null) return;
  const reason = PORT_PROBLEMS[problem] ?? `cannot be used (${problem})`;
  process.stderr.write(
    `${host} port ${port} ${reason}. Choose another with PORT=... or HOST=....\n`,
  );
  process.exit(1);
}

function keepRunning(name, node, args, deaths = []) {
  if (stopping) return;
  start(node, args, name === "web" ? "ignore" : "inherit").on("exit", (code) => {
    if (stopping) return;
    const recent = [...deaths.filter((at) => Date.now() - at < RESTART_WINDOW_MS), Date.now()];
    if (recent.length < RESTART_LIMIT) {
      setTimeout(() => keepRunning(name, node, args, recent), 500 * recent.length);
      return;
    }
    process.stderr.write(
      `The ${name} process ended ${recent.length} times in a minute (exit status ${code}). 'npx exitdesk doctor' says what to mend.\n`,
    );
    void stop(1);
  });
}

function start(node, args, stdout) {
  const child = spawn(node, args, {
    cwd: root,
    stdio: ["ignore", stdout, "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  children.add(child);
  child.on("exit", () => children.delete(child));
  return child;
}

async function stop(status) {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill("SIGTERM");
  const deadline = Date.now() + STOP_GRACE_MS;
  while (children.size > 0 && Date.now() < deadline) await sleep(50);
  for (const child of children) child.kill("SIGKILL");
  process.exit(status);
}

async function answers(url) {
  while (!stopping) {
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return true;
    await sleep(100);
  }
  return false;
}

if (process.argv[1]?.endsWith("serve.mjs")) await serve(process.execPath);
