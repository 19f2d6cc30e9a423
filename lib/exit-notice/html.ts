/** Text that is HTML already. Made by `html` only, so that nothing else reaches a page unescaped. */
export type Html = { readonly html: string };

type Part = string | number | Html | null | readonly Html[];

/** A piece of a page: what is put in is escaped, for element text and for quoted attributes alike. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = "", ...rest] = pieces;
  return { html: rest.reduce((all, piece, at) => all + written(parts[at] ?? null) + piece, first) };
}

function written(part: Part): string {
  if (part === null) return "";
  if (typeof part === "object")
    return "html" in part ? part.html : part.map((one) => one.html).join("");
  return escaped(String(part));
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters but line breaks and tabs are dropped: HTML has no way to write them. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
