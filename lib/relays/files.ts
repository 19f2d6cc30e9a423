import { accessSync, constants, globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Instant } from "../time/instant.ts";
import { expandIncludes } from "./expand-includes.ts";
import type { DatedFile } from "./read-tor-files.ts";
import type { SourceSettings } from "./relay-source.ts";

type Folder = Extract<SourceSettings, { kind: "folder" }>;

/** `torrcFrom`: when the torrc, or a file it includes, was last written; null without one. */
export type FolderReading = {
  files: DatedFile[];
  stamps: Record<string, string>;
  torrcFrom: Instant | null;
  flaws: string[];
};

/** What of a DataDirectory is read (tor's manual, "FILES"). Keys are not. */
const WANTED = [
  "cached-consensus",
  "cached-microdesc-consensus",
  "cached-descriptors",
  "cached-descriptors.new",
];
/** They say whose the others are and how to read them; alone they teach nothing. */
const BESIDE = ["fingerprint", "state", "cached-certs"];
const MAX_BYTES = 300_000_000;

/** Reads what changed in a relay's folder since `stamps`, with the small files that explain it. Nothing changed: no files. */
export function readRelayFolder(settings: Folder, stamps: Record<string, string>): FolderReading {
  const { dataDirectory, torrc, log } = settings;
  const flaws: string[] = [];
  const inFolder = (names: string[]) =>
    dataDirectory === "" ? [] : names.map((name) => path.join(dataDirectory, name));
  if (dataDirectory !== "") flaws.push(...(folderFlaw(dataDirectory) ?? []));
  const wanted = inFolder(WANTED).filter((name) => isFile(name));
  const given = [torrc, log].filter((name) => name !== "");
  for (const name of given) flaws.push(...(fileFlaw(name) ?? []));
  const readable = given.filter((name) => fileFlaw(name) === null);
  const config = readable.includes(torrc) ? readTorrcFile(torrc, flaws) : null;
  const now = Object.fromEntries(
    [...wanted, ...readable].map((name) => [
      name,
      name === torrc ? (config?.stamp ?? "") : stampOf(name),
    ]),
  );
  const changed = Object.keys(now).filter((name) => now[name] !== stamps[name]);
  const result = { stamps: now, torrcFrom: config?.writtenAt ?? null, flaws };
  if (changed.length === 0) return { ...result, files: [] };
  // Whether a torrc is in force its log tells, and either may have changed.
  const names = new Set([...inFolder(BESIDE).filter(isFile), ...changed, ...readable]);
  if (names.has(path.join(dataDirectory, "cached-consensus")))
    names.delete(path.join(dataDirectory, "cached-microdesc-consensus"));
  const files = [...names].flatMap((name) =>
    name === torrc && config ? config.file : readOne(name, flaws),
  );
  return { ...result, files };
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() === true;
}

function stampOf(name: string): string {
  const { mtimeMs, size } = statSync(name);
  return `${mtimeMs} ${size}`;
}

function folderFlaw(folder: string): string[] | null {
  try {
    return statSync(folder).isDirectory()
      ? null
      : [`${folder} is no folder: give tor's DataDirectory.`];
  } catch (error) {
    return [openingFlaw(folder, error)];
  }
}

function fileFlaw(name: string): string[] | null {
  try {
    if (!statSync(name).isFile()) return [`${name} is no file.`];
    accessSync(name, constants.R_OK);
    return null;
  } catch (error) {
    return [openingFlaw(name, error)];
  }
}

function readOne(name: string, flaws: string[]): DatedFile[] {
  try {
    const { mtimeMs, size } = statSync(name);
    if (size > MAX_BYTES) {
      flaws.push(`${name} is larger than 300 MB and was not read; rotate it.`);
      return [];
    }
    return [{ name, bytes: readFileSync(name), modifiedAt: mtimeMs }];
  } catch (error) {
    flaws.push(openingFlaw(name, error));
    return [];
  }
}

/** The torrc with the contents of the files it includes in their places. */
function readTorrcFile(name: string, flaws: string[]) {
  let writtenAt = 0;
  let stamp = "";
  const read = (file: string) => {
    const { mtimeMs } = statSync(file);
    writtenAt = Math.max(writtenAt, mtimeMs);
    stamp += ` ${file} ${stampOf(file)}`;
    return readFileSync(file, "utf8");
  };
  try {
    const text = expandIncludes(read(name), { read, list });
    const file: DatedFile = { name, bytes: Buffer.from(text), modifiedAt: writtenAt };
    return { file, writtenAt, stamp };
  } catch (error) {
    flaws.push(openingFlaw(name, error));
    return null;
  }
}

/** The files a path of %include means: itself, those of a folder, or those a pattern fits; names with a dot first are left out. */
function list(pattern: string): string[] {
  const found = statSync(pattern, { throwIfNoEntry: false });
  if (found?.isFile()) return [pattern];
  const all = globSync(found?.isDirectory() ? path.join(pattern, "*") : pattern);
  return all.filter((name) => !path.basename(name).startsWith(".") && isFile(name)).sort();
}

function openingFlaw(name: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return `${name} does not exist: check the path.`;
  if (code === "EACCES" || code === "EPERM")
    return `${name} may not be read: add the user the desk runs as to its group (Debian: debian-tor).`;
  return `${name} could not be read: ${error instanceof Error ? error.message : String(error)}.`;
}
