import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { evidencePack } from "../evidence/evidence-pack.ts";
import { readPackPages } from "../evidence/files.ts";
import type { PackInput } from "../evidence/pack-input.ts";
import { zip } from "../evidence/zip.ts";

// A stranger has the unzipped folder and public tools, nothing of ours: no node, no other program.
const TOOLS = "openssl awk sed od tr head tail wc cat dirname mktemp rm".split(" ");
const BY_HAND = [...TOOLS, "sha256sum", "grep"];

export type Verified = { status: number | null; output: string };
export type Change = (bytes: Buffer) => Buffer;

/** Somebody who got a pack and trusts nobody. Call `leave` when done. */
export function aStranger() {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-pack-"));
  const tools = path.join(folder, "tools");
  mkdirSync(tools);
  for (const name of BY_HAND) {
    const real = execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    symlinkSync(real, path.join(tools, name));
  }

  /** The pack as the stranger unzips it. */
  async function unzipped(input: PackInput): Promise<string> {
    const files = evidencePack(input, await readPackPages("templates/evidence-pack"));
    const place = mkdtempSync(path.join(folder, "pack-"));
    writeFileSync(path.join(place, "pack.zip"), zip(files, input.madeAt));
    execFileSync("unzip", ["-q", "pack.zip"], { cwd: place });
    rmSync(path.join(place, "pack.zip"));
    return place;
  }

  function verify(place: string, ...args: string[]): Verified {
    const env = { NODE_ENV: "test" as const, PATH: tools, TMPDIR: folder };
    const ran = spawnSync("/bin/sh", ["verify.sh", ...args], { cwd: place, env, encoding: "utf8" });
    return { status: ran.status, output: ran.stdout + ran.stderr };
  }

  /** A copy with one file changed. A `forger` makes all checksums fit. */
  function forged(place: string, name: string, change: Change, forger: boolean): string {
    const copy = mkdtempSync(path.join(folder, "changed-"));
    cpSync(place, copy, { recursive: true });
    const before = readFileSync(path.join(copy, name));
    const after = change(before);
    if (after.equals(before)) throw new Error(`${name} was not changed`);
    writeFileSync(path.join(copy, name), after);
    if (forger) fitChecksums(place, copy, [before, after]);
    return copy;
  }

  /** A file beside the packs, such as the stranger fetches from an archive. */
  function fetched(name: string, bytes: string | Uint8Array): string {
    const file = path.join(mkdtempSync(path.join(folder, "fetched-")), name);
    writeFileSync(file, bytes);
    return file;
  }

  return {
    folder,
    tools,
    unzipped,
    verify,
    forged,
    fetched,
    leave: () => rmSync(folder, { recursive: true }),
  };
}

function fitChecksums(place: string, copy: string, [before, after]: [Buffer, Buffer]): void {
  for (const list of ["findings.json", "SHA256SUMS"]) {
    const text = readFileSync(path.join(copy, list), "utf8");
    const findings = readFileSync(path.join(place, "findings.json"));
    const fitted = text
      .replace(sha256(before), sha256(after))
      .replace(sha256(findings), sha256(readFileSync(path.join(copy, "findings.json"))));
    writeFileSync(path.join(copy, list), fitted);
  }
}

/** The same text with one part of it replaced, byte for byte. */
export function replaced(from: string | RegExp, to: string): Change {
  return (bytes) => Buffer.from(bytes.toString("latin1").replace(from, to), "latin1");
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
