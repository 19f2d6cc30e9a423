// The Node that runs the desk. Plain JavaScript for any Node from 18: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
/** From here on Node runs TypeScript files by itself and the security libraries are maintained. */
const OLDEST = [22, 22];

/** Path of a Node that is new enough: the one at hand, or the pinned one, fetched from npm into `.runtime/` once. */
export function ensureRuntime() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = path.join(root, ".runtime");
  const binary = path.join(
    folder,
    "node_modules",
    name,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (versionOf(binary) !== manifest.exitdesk.node) {
    tell(
      `Node ${process.versions.node} is too old for the desk; fetching Node ${manifest.exitdesk.node} from npm (once).`,
    );
    npm([
      "install",
      "--prefix",
      folder,
      "--no-save",
      "--no-package-lock",
      `${name}@${manifest.exitdesk.node}`,
    ]);
    if (versionOf(binary) !== manifest.exitdesk.node)
      stop(
        `npm has no Node ${manifest.exitdesk.node} for ${process.platform}/${process.arch}. Install Node 24 (nodejs.org) and try again.`,
      );
  }
  return binary;
}

/** Runs npm from the root; ends the program with npm's own words when it fails. */
export function npm(args) {
  const result = spawnSync("npm", args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "" },
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  stop(`npm ${args[0]} failed. The desk needs the npm registry once, for its packages.`);
}

/** Runs one program to its end with the terminal attached; resolves to its exit status. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(127);
    });
    child.on("close", (code, signal) => resolve(signal ? 1 : code));
  });
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** A word on what is being prepared; not on standard output, which belongs to what was asked for. */
export function tell(line) {
  process.stderr.write(`${line}\n`);
}

export function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function versionOf(binary) {
  if (!existsSync(binary)) return null;
  return (
    spawnSync(binary, ["--version"], { encoding: "utf8" }).stdout?.trim().replace(/^v/, "") ?? null
  );
}
