import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { readTorDocuments } from "../../lib/relays/read-tor-document.ts";
import type { TorDocument } from "../../lib/relays/tor-document.ts";
import type { ZoneReading } from "../../lib/time/zone-words.ts";

const MAX_BYTES = 500_000_000;
const MAX_FILES = 100_000;

export type ReadOptions = {
  /** Of the clock of logs; UTC unless told. */
  zone?: ZoneReading;
  wanted?: (fingerprint: string) => boolean;
};

/** Every document at `target`, a file or a folder however deep, in order of name. Throws when it cannot be read. */
export function readDocuments(
  target: string,
  { zone = 0, wanted }: ReadOptions = {},
): TorDocument[] {
  const now = Date.now();
  return filesOf(target).flatMap((file) => {
    const { size, mtimeMs } = statSync(file);
    if (size > MAX_BYTES) return [tooBig(file)];
    const context = {
      clock: { zone, writtenBefore: Math.min(mtimeMs, now) },
      learnedAt: now,
      ...(wanted === undefined ? {} : { wanted }),
    };
    return [...readTorDocuments({ name: file, bytes: readFileSync(file) }, context)];
  });
}

function filesOf(target: string): string[] {
  if (!statSync(target).isDirectory()) return [target];
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .slice(0, MAX_FILES);
}

function tooBig(name: string): TorDocument {
  const text = "The file is larger than 500 MB: give the part of it that is wanted.";
  return { kind: "unreadable", name, problems: [{ code: "too-big", text }] };
}

/** Why a file could not be opened, in words. */
export function openingProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "there is no such file or folder; check the path";
  if (code === "EACCES") return "may not be read; check its permissions";
  return error instanceof Error ? error.message : String(error);
}
