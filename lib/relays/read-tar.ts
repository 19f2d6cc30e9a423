/** A file inside an archive. */
export type ArchivedFile = { name: string; bytes: Uint8Array };

const BLOCK = 512;
const MAX_FILES = 50_000;
/** Type flags of a plain file (POSIX ustar, typeflag). */
const PLAIN = new Set([0, 0x30, 0x37]);

/** Whether the bytes begin with a tar header: its checksum fits, which random bytes' does not (POSIX ustar, chksum). */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= 2 * BLOCK && checksumFits(bytes.subarray(0, BLOCK));
}

/** The plain files of a tar, as CollecTor's monthly archives are once `xz -d` was run. Stops at the first damaged header. */
export function* readTar(bytes: Uint8Array): Generator<ArchivedFile> {
  let files = 0;
  for (let at = 0; at + BLOCK <= bytes.length && files < MAX_FILES; ) {
    const header = bytes.subarray(at, at + BLOCK);
    const size = octal(header, 124, 12);
    if (!checksumFits(header) || size === null) return;
    const from = at + BLOCK;
    at = from + Math.ceil(size / BLOCK) * BLOCK;
    if (!PLAIN.has(header[156] ?? -1) || size === 0) continue;
    files++;
    yield { name: textAt(header, 0, 100), bytes: bytes.subarray(from, from + size) };
  }
}

function checksumFits(header: Uint8Array): boolean {
  const claimed = octal(header, 148, 8);
  let sum = 0;
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 32 : byte;
  return claimed === sum && sum > 256;
}

function octal(header: Uint8Array, at: number, length: number): number | null {
  const text = textAt(header, at, length).trim();
  return /^[0-7]{1,12}$/.test(text) ? Number.parseInt(text, 8) : null;
}

function textAt(header: Uint8Array, at: number, length: number): string {
  return (
    Buffer.from(header.subarray(at, at + length))
      .toString("latin1")
      .split("\0")[0] ?? ""
  );
}
