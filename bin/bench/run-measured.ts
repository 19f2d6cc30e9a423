import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = path.join(import.meta.dirname, "../..");

export type Usage = {
  /** CPU of the command and of all it started. */
  cpuMs: number;
  /** Of the process that took most. */
  peakMb: number;
  seconds: number;
  output: string;
};

/** Runs a command of the desk to its end, as somebody types it; throws its words when it fails. */
export async function runMeasured(args: string[], env: Record<string, string>): Promise<Usage> {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-usage-"));
  const file = path.join(folder, "usage");
  const tell = pathToFileURL(path.join(import.meta.dirname, "tell-usage.ts")).href;
  const began = performance.now();
  try {
    const child = spawn(process.execPath, ["bin/exitdesk.mjs", ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env, USAGE_FILE: file, NODE_OPTIONS: `--import ${tell}` },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output = `${output}${chunk}`.slice(-4_000);
      });
    const status = await new Promise((resolve) => child.once("close", resolve));
    if (status !== 0) throw new Error(`exitdesk ${args.join(" ")} failed: ${output}`);
    const seconds = (performance.now() - began) / 1000;
    const lines = readFileSync(file, "utf8").trim().split("\n");
    const used = lines.map((line) => JSON.parse(line) as Pick<Usage, "cpuMs" | "peakMb">);
    return {
      cpuMs: used.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      peakMb: Math.max(...used.map(({ peakMb }) => peakMb)),
      seconds,
      output,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
