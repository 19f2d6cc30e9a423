import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type DatedFile, readTorFiles } from "../../lib/relays/read-tor-files.ts";
import type { TorDocument } from "../../lib/relays/tor-document.ts";

const MAX_BYTES = 500_000_000;
const MAX_FILES = 100_000;

/** Every document at `target`, a file or a folder however deep. Throws when it cannot be read. */
export function readDocuments(target: string): TorDocument[] {
  return readTorFiles(readFiles(target), { zone: null, now: Date.now() });
}

/** The files at `target` in order of name. Secret keys of relays are not opened. Throws when it cannot be read. */
export function readFiles(target: string): DatedFile[] {
  return filesOf(target).map((name) => {
    const { size, mtimeMs } = statSync(name);
    if (size > MAX_BYTES)
      throw new Error(`${name} is larger than 500 MB: give the part that is wanted`);
    return { name, bytes: readFileSync(name), modifiedAt: mtimeMs };
  });
}

/** What tor keeps beside its documents and nobody else may read (tor manual, "FILES"). */
const SECRET = /^(?:secret_|.*_secret_key|control_auth_cookie|.*[.]secret)/;

function filesOf(target: string): string[] {
  if (!statSync(target).isDirectory()) return [target];
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !SECRET.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .slice(0, MAX_FILES);
}

/** Why a file could not be opened, in words. */
export function openingProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "there is no such file or folder; check the path";
  if (code === "EACCES") return "may not be read; check its permissions";
  return error instanceof Error ? error.message : String(error);
}
