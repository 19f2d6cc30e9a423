import { expandArchives } from "./expand-archives.ts";
import type { Problem } from "./message.ts";
import { type MimeLeaf, type SplitMail, splitMime } from "./split-mime.ts";
import { splitUsual } from "./split-usual.ts";
import { cutAtExcess, endOfHeaders, trimMail } from "./trim-mail.ts";

export type ReadMail = Pick<SplitMail, "headerLines" | "leaves"> & { problems: Problem[] };

/**
 * Header lines and leaves of a mail, whatever state it is in. A mail the splitter refuses is read again without the excess;
 * what still has no parts gives its bytes after the headers as one text.
 */
export async function readLeaves(bytes: Uint8Array): Promise<ReadMail> {
  const { raw, left } = trimMail(bytes);
  const problems = left.map((text) => ({ code: "mail-cut", text }));
  let split = splitUsual(raw) ?? (await splitMime(raw));
  if (split.refused) {
    problems.push({
      code: "mail-refused",
      text: `Not all of this mail could be read: ${split.refused}. Open the raw mail to see the rest.`,
    });
    const again = await splitMime(cutAtExcess(raw));
    if (again.leaves.length >= split.leaves.length) split = again;
  }
  const headerLines = split.headerLines.length > 0 ? split.headerLines : plainHeaderLines(raw);
  const whole = split.leaves.length === 0 ? bodyAsText(raw) : null;
  if (whole && !split.refused) {
    problems.push({
      code: "mime-broken",
      text: "The parts of this mail could not be told apart; its body is shown as it came.",
    });
  }
  const archives = expandArchives(split.leaves);
  return {
    headerLines,
    leaves: whole ? [whole] : archives.leaves,
    problems: [...problems, ...archives.problems],
  };
}

function bodyAsText(raw: Buffer): MimeLeaf | null {
  const bytes = raw.subarray(endOfHeaders(raw, 0));
  if (bytes.toString("latin1", 0, 1000).trim() === "") return null;
  return {
    id: "1",
    contentType: "text/plain",
    charset: null,
    flowed: false,
    delSp: false,
    filename: null,
    disposition: null,
    bytes,
  };
}

/** Header lines without a splitter: name, colon, and the folded lines that follow. */
function plainHeaderLines(raw: Buffer): SplitMail["headerLines"] {
  const block = raw.toString("latin1", 0, Math.min(endOfHeaders(raw, 0), 64 * 1024));
  const lines = block.split(/\r?\n(?![ \t])/).slice(0, 500);
  return lines.flatMap((line) => {
    const name = /^[\w-]{1,80}(?=[ \t]*:)/.exec(line)?.[0];
    return name ? [{ name: name.toLowerCase(), line }] : [];
  });
}
