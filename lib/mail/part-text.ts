import { decodeText } from "./decode-text.ts";
import { unflow } from "./flowed-text.ts";
import { MAIL_LIMITS } from "./mail-limits.ts";
import type { MimeLeaf } from "./split-mime.ts";

/**
 * Text of a leaf, null when it is not text: text/* and the message/* reports always, any other type when its bytes are
 * text (reports come as application/octet-stream often enough). Line ends are `\n`.
 */
export function leafText(leaf: MimeLeaf): { text: string; doubtful: boolean } | null {
  const declared = isTextType(leaf.contentType);
  if (leaf.bytes.length === 0) return declared ? { text: "", doubtful: false } : null;
  if (!declared && !looksLikeText(leaf.bytes)) return null;
  const { text, doubtful } = decodeText(
    leaf.bytes.subarray(0, MAIL_LIMITS.textChars),
    leaf.charset,
  );
  const lines = text.replace(/\r\n?/g, "\n").replaceAll("\0", "");
  return { text: leaf.flowed ? unflow(lines, leaf.delSp) : lines, doubtful };
}

function isTextType(contentType: string): boolean {
  return contentType.startsWith("text/") || contentType.startsWith("message/");
}

/** No NUL and hardly a control character in the first 4 KB, and not one of the text-looking binary formats. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (Buffer.from(head.subarray(0, 5)).toString("latin1") === "%PDF-") return false;
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) odd++;
  }
  return odd * 50 <= head.length && isMostlyReadable(head);
}

/** Compressed data has as many high bytes as low ones; text in any charset has runs of one kind. UTF-8 passes when valid. */
function isMostlyReadable(head: Uint8Array): boolean {
  let high = 0;
  for (const byte of head) if (byte >= 0x80) high++;
  if (high * 10 <= head.length * 3) return true;
  return !decodeText(head.subarray(0, head.length - (head.length % 4)), "utf-8").doubtful;
}
