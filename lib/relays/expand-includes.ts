/** How files are looked at: `list` gives those a path or pattern means, in order; `read` throws when one cannot be read. */
export type IncludeReader = { list: (pattern: string) => string[]; read: (file: string) => string };

/** tor's own limit (MAX_INCLUDE_RECURSION_LEVEL in confline.c). */
const MAX_DEPTH = 31;
const MAX_FILES = 1000;

/**
 * The text of a torrc with the contents of included files in place of the `%include` lines, as tor reads it. What cannot
 * be read, a relative path and a circle stay as they are: `readTorrc` says what is wrong with them.
 */
export function expandIncludes(text: string, reader: IncludeReader): string {
  let files = 0;
  const expand = (part: string, depth: number): string =>
    part
      .split("\n")
      .map((line) => {
        const pattern = INCLUDE.exec(line)?.[1]?.replace(/^"(.*)"$/, "$1") ?? null;
        if (pattern === null || !pattern.startsWith("/") || depth >= MAX_DEPTH) return line;
        try {
          const parts = reader.list(pattern).map((file) => {
            files += 1;
            if (files > MAX_FILES) throw new Error("too many files");
            return expand(reader.read(file), depth + 1);
          });
          return parts.join("\n");
        } catch {
          return line;
        }
      })
      .join("\n");
  return expand(text, 0);
}

const INCLUDE = /^[ \t]*%include[ \t]+("[^"]{1,4000}"|[^\s#"]{1,4000})[ \t]*(?:#.*)?\r?$/i;
