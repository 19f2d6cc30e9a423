import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A mail by its file name, which is all that is ever shown of it. */
export type BenchMail = { name: string; raw: Buffer };

const SHARED = path.join(import.meta.dirname, "../../../shared");
const GENERATOR = path.join(SHARED, "tools/gen-mails.mjs");
const CORPUS = path.join(SHARED, "corpus/dev");
const GENERATED = 400;

/** Invented complaints of the usual kinds, the same for the same seed. Null where their generator does not lie. */
export function generatedMails(seed: number): BenchMail[] | null {
  if (!existsSync(GENERATOR)) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-bench-"));
  try {
    const command = [GENERATOR, String(GENERATED), folder, "--seed", String(seed)];
    const { status } = spawnSync(process.execPath, command, { stdio: "ignore" });
    return status === 0 ? mailsIn(folder) : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Real complaints, where they lie beside the checkout. */
export function corpusMails(): BenchMail[] | null {
  return existsSync(CORPUS) ? mailsIn(CORPUS) : null;
}

function mailsIn(folder: string): BenchMail[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => ({ name, raw: readFileSync(path.join(folder, name)) }));
}
