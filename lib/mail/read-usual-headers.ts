import type { SplitMail } from "./split-mime.ts";

type HeaderLine = SplitMail["headerLines"][number];

/**
 * The fields of a header block (one char per byte, each line with its end), as the MIME parser gives them: names in lower
 * case, folds left in with CR LF. Null unless each line is a name, a colon and a value, or the fold of the one before
 * (RFC 5322 section 2.2), and none could be the delimiter of a part.
 */
export function readUsualHeaders(block: string): HeaderLine[] | null {
  const lines: HeaderLine[] = [];
  for (let start = 0; start < block.length; ) {
    const newline = block.indexOf("\n", start);
    const end = block[newline - 1] === "\r" ? newline - 1 : newline;
    if (newline < 0 || !addLine(lines, block.slice(start, end))) return null;
    start = newline + 1;
  }
  return lines;
}

function addLine(lines: HeaderLine[], text: string): boolean {
  const last = lines.at(-1);
  const name = NAME.exec(text)?.[0];
  if (text.includes("\r")) return false;
  if (name !== undefined) lines.push({ name: name.toLowerCase(), line: text });
  else if (last && FOLD.test(text)) last.line += `\r\n${text}`;
  else return false;
  return true;
}

const NAME = /^(?!--)[!-9;-~]{1,76}(?=:)/;
const FOLD = /^[ \t]{1,200}[^\s]/;
