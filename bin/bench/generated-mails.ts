import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { NotHere } from "./bench-report.ts";

const GENERATOR = path.join(import.meta.dirname, "../../../shared/tools/gen-mails.mjs");

/** Invented complaints of the usual kinds and sizes (5 KB in the mean), the same for the same seed. */
export function generateMails(count: number, seed: number): Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-bench-mails-"));
  try {
    generate([String(count), folder, "--seed", String(seed)]);
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(path.join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same as one mbox, written by and by: there may be any number. */
export function generateMbox(count: number, seed: number, file: string): void {
  generate([String(count), path.dirname(file), "--no-eml", "--mbox", file, "--seed", String(seed)]);
}

function generate(args: string[]): void {
  if (!existsSync(GENERATOR))
    throw new NotHere("the mail generator is not beside the checkout (../shared/tools)");
  const { status } = spawnSync(process.execPath, [GENERATOR, ...args], { stdio: "ignore" });
  if (status !== 0) throw new NotHere("the mail generator failed");
}
