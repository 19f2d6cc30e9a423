import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/**
 * A key file that may not be there yet. Whole and on the disk under its name before this returns: what is encrypted with it is
 * lost without it, and the power may fail. Of two processes that start at once one links its file into place; the other finds
 * that, whole.
 */
export function makeKeyFile(file: string, text: string): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = `${file}.${process.pid}`;
  writeWhole(made, text);
  try {
    linkSync(made, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(made);
  }
  syncFolder(folder);
}

/** The same for what stands in the place of a key file from now on; killed anywhere, one of the two is there, whole. */
export function replaceKeyFile(file: string, text: string): void {
  const next = `${file}.new`;
  // One that was left behind keeps the rights it was made with.
  rmSync(next, { force: true });
  writeWhole(next, text);
  renameSync(next, file);
  syncFolder(path.dirname(file));
}

/** Readable by its owner only. */
function writeWhole(file: string, text: string): void {
  const descriptor = openSync(file, "w", 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The new name is on the disk too; on a file system that cannot be asked for it (EINVAL), as far as it goes. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EINVAL")) throw error;
  } finally {
    closeSync(descriptor);
  }
}
