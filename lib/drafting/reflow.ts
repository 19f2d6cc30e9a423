const WIDTH = 72;

/**
 * Sets a filled letter: paragraphs and list items ("- ") are joined and broken at 72 columns, so that a sentence that
 * dropped out leaves no ragged line. Lines with four blanks in front (tables) and quotes stand as they are, and so does
 * the signature after "-- ".
 */
export function reflow(text: string): string {
  const [letter = "", ...signature] = text.replaceAll("\r\n", "\n").split(/^-- $/m);
  const set = letter
    .split(/\n[ \t]*\n/)
    .map((block) => setBlock(block))
    .filter((block) => block !== "")
    .join("\n\n");
  const signed = signature.join("-- ").trim();
  return signed === "" ? `${set}\n` : `${set}\n\n-- \n${signed}\n`;
}

function setBlock(block: string): string {
  const pieces: string[][] = [];
  for (const line of block.split("\n").filter((one) => one.trim() !== "")) {
    const begins = /^( {4}|>|- )/.test(line);
    const before = pieces.at(-1);
    if (begins || !before || isFixed(before[0])) pieces.push([line]);
    else before.push(line);
  }
  return pieces.flatMap(setPiece).join("\n");
}

function setPiece(lines: string[]): string[] {
  if (isFixed(lines[0])) return lines.map((line) => line.trimEnd());
  const text = lines.map((line) => line.trim()).join(" ");
  return wrap(text, text.startsWith("- ") ? "  " : "");
}

function isFixed(line: string | undefined): boolean {
  return line !== undefined && /^( {4}|>)/.test(line);
}

function wrap(text: string, hang: string): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(" ").filter(Boolean)) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (longer.length > WIDTH && current.trim() !== "") {
      lines.push(current);
      current = `${hang}${word}`;
    } else current = longer;
  }
  return current === "" ? lines : [...lines, current];
}
