export type UnquotedText = {
  text: string;
  /** Offset in the text before unquoting, for an offset in `text`; so that a fact can be highlighted where it stands. */
  toOriginal: (offset: number) => number;
};

/** Takes `depth` quote marks (`> `) off every line that has them; lines with fewer lose what they have. */
export function unquote(text: string, depth: number): UnquotedText {
  const starts: number[] = [];
  const originals: number[] = [];
  const lines: string[] = [];
  let at = 0;
  let written = 0;
  for (const line of text.split("\n")) {
    const prefix = quotePrefix(line, depth);
    const bare = line.slice(prefix);
    lines.push(bare);
    starts.push(written);
    originals.push(at + prefix);
    written += bare.length + 1;
    at += line.length + 1;
  }
  const toOriginal = (offset: number) => {
    const line = lastAtOrBefore(starts, offset);
    return (originals[line] ?? 0) + offset - (starts[line] ?? 0);
  };
  return { text: lines.join("\n"), toOriginal };
}

/** Number of quote marks a line starts with: `> > x` and `>> x` are 2. */
export function quoteDepth(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length && depth < 50; at++) {
    if (line[at] === ">") depth++;
    else if (line[at] !== " " || depth === 0) break;
  }
  return depth;
}

/** Length of the first `depth` quote marks with the one blank that belongs to each. */
function quotePrefix(line: string, depth: number): number {
  let at = 0;
  for (let seen = 0; seen < depth; seen++) {
    if (line[at] === " " && line[at + 1] === ">") at++;
    if (line[at] !== ">") break;
    at++;
  }
  return at > 0 && line[at] === " " ? at + 1 : at;
}

function lastAtOrBefore(sorted: number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
