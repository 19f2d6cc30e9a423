import { inflateAttachment } from "./inflate.ts";
import type { Problem } from "./message.ts";
import type { MimeLeaf } from "./split-mime.ts";

const MAX_ARCHIVES = 20;
const MAX_TOTAL_BYTES = 32 * 1024 * 1024;

/** Puts the files of gzip and zip attachments behind them, as leaves with ids like `2/1`. */
export function expandArchives(leaves: MimeLeaf[]): { leaves: MimeLeaf[]; problems: Problem[] } {
  const problems: Problem[] = [];
  let opened = 0;
  let total = 0;
  const expanded = leaves.flatMap((leaf) => {
    const inflated =
      opened < MAX_ARCHIVES && total < MAX_TOTAL_BYTES ? inflateAttachment(leaf.bytes) : null;
    if (!inflated) return [leaf];
    opened += 1;
    total += inflated.files.reduce((sum, file) => sum + file.bytes.length, 0);
    problems.push(...inflated.problems);
    return [leaf, ...inflated.files.map((file, index) => fileLeaf(leaf, index + 1, file))];
  });
  return { leaves: expanded, problems };
}

function fileLeaf(
  archive: MimeLeaf,
  number: number,
  file: { name: string | null; bytes: Buffer },
): MimeLeaf {
  const filename = file.name ?? archive.filename?.replace(/\.gz(?:ip)?$/i, "") ?? "unpacked";
  return {
    id: `${archive.id}/${number}`,
    contentType: typeByName(filename),
    charset: null,
    flowed: false,
    delSp: false,
    filename,
    disposition: "attachment",
    bytes: file.bytes,
  };
}

const TYPES = new Map([
  ["csv", "text/csv"],
  ["txt", "text/plain"],
  ["log", "text/plain"],
  ["xml", "application/xml"],
  ["json", "application/json"],
  ["eml", "message/rfc822"],
]);

function typeByName(filename: string): string {
  return TYPES.get(filename.split(".").at(-1)?.toLowerCase() ?? "") ?? "application/octet-stream";
}
