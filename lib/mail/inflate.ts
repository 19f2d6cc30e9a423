import { gunzipSync, inflateRawSync } from "node:zlib";
import type { Problem } from "./message.ts";

export type InflatedFile = { name: string | null; bytes: Buffer };

/** What one compressed attachment may become: bombs are thousands of times their size, reports some twenty times. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_RATIO = 200;
const SMALL = 1024 * 1024;
const MAX_FILES = 20;

/**
 * The files in a gzip or zip attachment, as reports come (`csv.zip`, `iodef.xml.gz`, DMARC). Null when the bytes are
 * neither. Anything beyond the caps, encrypted or broken is left out and said so. Never throws.
 */
export function inflateAttachment(
  bytes: Buffer,
): { files: InflatedFile[]; problems: Problem[] } | null {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return inflateGzip(bytes);
  if (bytes.length >= 22 && bytes.readUInt32LE(0) === LOCAL_HEADER) return inflateZip(bytes);
  return null;
}

function inflateGzip(bytes: Buffer) {
  const out = within(() => gunzipSync(bytes, { maxOutputLength: capFor(bytes.length) }));
  return "problem" in out
    ? { files: [], problems: [out.problem] }
    : { files: [{ name: null, bytes: out.bytes }], problems: [] };
}

function capFor(compressed: number): number {
  return Math.min(MAX_BYTES, Math.max(SMALL, compressed * MAX_RATIO));
}

function within(inflate: () => Buffer): { bytes: Buffer } | { problem: Problem } {
  try {
    return { bytes: inflate() };
  } catch (error) {
    const tooBig =
      error instanceof RangeError || (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    if (tooBig) {
      return {
        problem: {
          code: "archive-too-big",
          text: "A compressed attachment was not opened: it unpacks to far more than any report needs.",
        },
      };
    }
    return {
      problem: {
        code: "archive-broken",
        text: "A compressed attachment could not be unpacked: it is damaged.",
      },
    };
  }
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;

type ZipEntry = {
  name: string;
  method: number;
  encrypted: boolean;
  compressed: number;
  offset: number;
};

/** PKWARE APPNOTE 4.3: the central directory at the end names the files; stored and deflated ones are read. */
function inflateZip(bytes: Buffer): { files: InflatedFile[]; problems: Problem[] } {
  const files: InflatedFile[] = [];
  const problems: Problem[] = [];
  const entries = zipEntries(bytes);
  if (entries.length === 0)
    problems.push({
      code: "archive-broken",
      text: "A zip attachment could not be unpacked: it is damaged.",
    });
  let left = MAX_BYTES;
  for (const entry of entries.slice(0, MAX_FILES)) {
    const out = zipFile(bytes, entry, left);
    if ("problem" in out) {
      problems.push(out.problem);
      continue;
    }
    left -= out.bytes.length;
    files.push({ name: entry.name, bytes: out.bytes });
  }
  if (entries.length > MAX_FILES) {
    problems.push({
      code: "archive-too-many",
      text: `Only the first ${MAX_FILES} files of a zip attachment were opened.`,
    });
  }
  return { files, problems };
}

function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_CENTRAL) return [];
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (
    entries.length <= MAX_FILES &&
    at + 46 <= end &&
    bytes.readUInt32LE(at) === CENTRAL_HEADER
  ) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      compressed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function zipFile(
  bytes: Buffer,
  entry: ZipEntry,
  left: number,
): { bytes: Buffer } | { problem: Problem } {
  if (entry.encrypted)
    return {
      problem: {
        code: "archive-encrypted",
        text: "A zip attachment is encrypted; ask the sender for plain text.",
      },
    };
  const { offset } = entry;
  const broken = {
    problem: {
      code: "archive-broken",
      text: "A zip attachment could not be unpacked: it is damaged.",
    },
  };
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) return broken;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + entry.compressed);
  if (entry.method === 0) return { bytes: data.subarray(0, left) };
  if (entry.method !== 8) return broken;
  return within(() =>
    inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(left, capFor(data.length))) }),
  );
}
