import { createReadStream } from "node:fs";
import { lstat, open, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { MAX_MAIL_BYTES, sizeText } from "./mail-size.ts";
import { splitMbox } from "./mbox.ts";

const HEAD_BYTES = 8192;
const CHUNK_BYTES = 1 << 20;
const MAIL_FILE = /\.(eml|mbox|mbx|mail)$/i;
/** Fields a mail starts with. A file in a folder that starts otherwise and is not named as a mail is something else. */
const MAIL_FIELD =
  /^(?:received|return-path|from|to|cc|subject|date|message-id|delivered-to|mime-version|content-[a-z-]+|x-[a-z0-9-]+|dkim-signature|arc-[a-z-]+|authentication-results|reply-to|sender|list-[a-z-]+|references|in-reply-to|status|envelope-to|delivery-date|auto-submitted|precedence|user-agent|resent-[a-z-]+|thread-[a-z]+|importance|errors-to):/i;

export type FoundMail = {
  /** The file, and where the mail starts in it when it holds several: `old/inbox.mbox:48213`. */
  name: string;
  raw: Uint8Array;
  /** When the file says it was delivered (mbox separator, Maildir name), else null. */
  receivedAt: Date | null;
  /** Set when the mail cannot be taken whole: what is wrong and the remedy. `raw` is then only its beginning. */
  problem?: string;
};

export type ReadOptions = {
  /** Told of each file in a folder that is no mail, with the reason; nothing is passed over in silence. */
  onSkip?: (name: string, why: string) => void;
  /** Told how many bytes of input have been read so far. */
  onBytes?: (read: number) => void;
};

/**
 * The mails at `target`: an `.eml`, an mbox, a Maildir, or a folder of those, however deep. One mail is held at a time.
 * Files come in order of name, so that two runs see the same order. Symbolic links inside folders are not followed.
 * Throws when `target` itself cannot be read.
 */
export async function* readMails(
  target: string,
  options: ReadOptions = {},
): AsyncGenerator<FoundMail> {
  const progress = { read: 0 };
  if ((await stat(target)).isDirectory()) yield* fromFolder(target, options, progress);
  else yield* fromFile(target, options, progress);
}

/** Bytes of the files under `target`, for a progress bar. */
export async function inputSize(target: string): Promise<number> {
  const info = await lstat(target);
  if (!info.isDirectory()) return (await stat(target)).size;
  let total = 0;
  for (const name of await readdir(target)) {
    const entry = path.join(target, name);
    const kind = await lstat(entry);
    if (kind.isDirectory()) total += await inputSize(entry);
    else if (kind.isFile()) total += kind.size;
  }
  return total;
}

type Progress = { read: number };

async function* fromFolder(
  folder: string,
  options: ReadOptions,
  progress: Progress,
): AsyncGenerator<FoundMail> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const isMaildir = ["cur", "new"].every((name) =>
    entries.some((entry) => entry.isDirectory() && entry.name === name),
  );
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    // Maildir's tmp holds half-delivered mails; who delivers starts again by itself (https://cr.yp.to/proto/maildir.html).
    if (isMaildir && entry.name === "tmp") continue;
    if (entry.isDirectory()) yield* fromFolder(full, options, progress);
    else if (entry.isFile()) yield* fromEntry(full, options, progress);
    else options.onSkip?.(full, "is a symbolic link or a special file");
  }
}

async function* fromEntry(
  file: string,
  options: ReadOptions,
  progress: Progress,
): AsyncGenerator<FoundMail> {
  const why = await reasonToSkip(file);
  if (why === null) yield* fromFile(file, options, progress);
  else options.onSkip?.(file, why);
}

function isInMaildir(folder: string): boolean {
  return ["cur", "new"].includes(path.basename(folder));
}

async function reasonToSkip(file: string): Promise<string | null> {
  if (isInMaildir(path.dirname(file)) || MAIL_FILE.test(file)) return null;
  const head = await readHead(file);
  if (head === "") return "is empty";
  return isMbox(head) || MAIL_FIELD.test(head) ? null : "does not begin like a mail";
}

async function* fromFile(
  file: string,
  options: ReadOptions,
  progress: Progress,
): AsyncGenerator<FoundMail> {
  if (isMbox(await readHead(file))) return yield* fromMbox(file, options, progress);
  const { size } = await stat(file);
  const raw = size > MAX_MAIL_BYTES ? await readBytes(file, 65_536) : await readFile(file);
  progress.read += size;
  options.onBytes?.(progress.read);
  yield { name: file, raw, receivedAt: maildirDate(file), ...tooBig(size) };
}

async function* fromMbox(
  file: string,
  options: ReadOptions,
  progress: Progress,
): AsyncGenerator<FoundMail> {
  const start = progress.read;
  const stream = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  for await (const mail of splitMbox(counted(stream, progress))) {
    options.onBytes?.(progress.read);
    yield {
      name: `${file}:${mail.offset}`,
      raw: mail.raw,
      receivedAt: mail.receivedAt,
      ...tooBig(mail.size),
    };
  }
  progress.read = start + (await stat(file)).size;
  options.onBytes?.(progress.read);
}

async function* counted(stream: AsyncIterable<Uint8Array>, progress: Progress) {
  let first = true;
  for await (const chunk of stream) {
    progress.read += chunk.length;
    yield first ? chunk.subarray(leadingBytes(chunk)) : chunk;
    first = false;
  }
}

function tooBig(size: number): { problem?: string } {
  if (size <= MAX_MAIL_BYTES) return {};
  return {
    problem: `The mail is ${sizeText(size)}; the desk takes mails up to ${sizeText(MAX_MAIL_BYTES)}. Save it without its attachments and import that.`,
  };
}

/** Maildir file names begin with the second of delivery: `1767225600.M1P2.host:2,S`. */
function maildirDate(file: string): Date | null {
  if (!isInMaildir(path.dirname(file))) return null;
  const [, seconds] = /^(\d{9,10})\./.exec(path.basename(file)) ?? [];
  return seconds ? new Date(Number(seconds) * 1000) : null;
}

function isMbox(head: string): boolean {
  return (
    /^From (?:\S|-|\r?\n)/.test(head) &&
    /^[^\n]{0,500}\n(?:[!-9;-~]{1,200}[ \t]{0,20}:|>?From )/.test(head)
  );
}

/** The beginning of the file as text, without a byte-order mark and empty lines before it. */
async function readHead(file: string): Promise<string> {
  const bytes = await readBytes(file, HEAD_BYTES);
  return bytes.subarray(leadingBytes(bytes)).toString("latin1");
}

function leadingBytes(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 0x0a || bytes[at] === 0x0d) at++;
  return at;
}

async function readBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const buffer = Buffer.alloc(count);
    const { bytesRead } = await handle.read(buffer, 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
