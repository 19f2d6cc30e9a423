import { crc32, deflateRawSync } from "node:zlib";
import type { Instant } from "../time/instant.ts";

export type PackFile = { path: string; bytes: Uint8Array };

const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8 (general purpose bit 11). */
const FLAGS = 0x0800;
/** Version 2.0, the least that knows deflate; made by Unix, so that the file mode below counts. */
const NEEDED = 20;
const MADE_BY = (3 << 8) | 20;
const MODE = 0o100644 * 0x10000;
const MAX_ENTRIES = 0xffff;
const MAX_SIZE = 0xffffffff;

/**
 * A ZIP archive of the files in this order, all dated `at` (APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.16). The same
 * files and time give the same bytes. Throws a RangeError beyond 65,535 files or 4 GiB, where ZIP64 begins, and for a
 * path that would not stay inside the folder it is unpacked in.
 */
export function zip(files: readonly PackFile[], at: Instant): Uint8Array {
  if (files.length > MAX_ENTRIES) throw new RangeError(`A zip of ${files.length} files`);
  const time = dosTime(at);
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const entry = entryOf(file, time);
    directory.push(directoryHeader(entry, within(offset)), entry.name);
    body.push(localHeader(entry), entry.name, entry.data);
    offset += 30 + entry.name.length + entry.data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...body, ...directory, end(files.length, within(size), within(offset))]);
}

type Entry = {
  name: Buffer;
  data: Uint8Array;
  method: number;
  time: number;
  crc: number;
  size: number;
};

function entryOf({ path, bytes }: PackFile, time: number): Entry {
  if (!isSafe(path)) throw new RangeError(`A zip with the path ${JSON.stringify(path)}`);
  const deflated = deflateRawSync(bytes);
  const smaller = deflated.length < bytes.length;
  return {
    name: Buffer.from(path, "utf8"),
    data: smaller ? deflated : bytes,
    method: smaller ? DEFLATED : STORED,
    time,
    crc: crc32(bytes),
    size: within(bytes.length),
  };
}

function isSafe(path: string): boolean {
  const steps = path.split("/");
  return (
    path.length < 1000 &&
    steps.every((step) => /^[\p{L}\p{N}._ -]+$/u.test(step) && !/^\.+$/.test(step))
  );
}

/** Date in the upper half, time in the lower, two seconds a step, nothing before 1980 or after 2107 (APPNOTE 4.4.6). */
function dosTime(at: Instant): number {
  const date = new Date(Math.min(Math.max(at, Date.UTC(1980, 0)), Date.UTC(2107, 11, 31)));
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5);
  const clock = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5);
  const low = clock | (date.getUTCSeconds() >> 1);
  return (((day | date.getUTCDate()) << 16) | low) >>> 0;
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(NEEDED, 4);
  writeCommon(header, entry, 6);
  return header;
}

function directoryHeader(entry: Entry, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(MADE_BY, 4);
  header.writeUInt16LE(NEEDED, 6);
  writeCommon(header, entry, 8);
  header.writeUInt32LE(MODE, 38);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** What both headers say alike: flags, method, time, checksum, sizes, length of the name. */
function writeCommon(header: Buffer, entry: Entry, at: number): void {
  header.writeUInt16LE(FLAGS, at);
  header.writeUInt16LE(entry.method, at + 2);
  header.writeUInt32LE(entry.time, at + 4);
  header.writeUInt32LE(entry.crc, at + 8);
  header.writeUInt32LE(entry.data.length, at + 12);
  header.writeUInt32LE(entry.size, at + 16);
  header.writeUInt16LE(entry.name.length, at + 20);
}

function end(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

function within(size: number): number {
  if (size > MAX_SIZE) throw new RangeError("A zip of more than 4 GiB");
  return size;
}
