import { compile, type DomNode, type FormatCallback } from "html-to-text";
import { MAIL_LIMITS } from "./mail-limits.ts";

/**
 * HTML to the text a person would read: a table row is one line, `<pre>` and `<br>` keep their lines, nothing is wrapped,
 * so that log lines survive. Too long or too deep HTML is stripped of its tags instead of being laid out. Never throws.
 */
export function htmlToText(html: string): string {
  const input = html.slice(0, MAIL_LIMITS.htmlChars);
  if (isTooDeep(input)) return stripTags(input);
  try {
    return tidy(convert(input));
  } catch {
    return stripTags(input);
  }
}

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 600, maxInputLength: MAIL_LIMITS.htmlChars },
  formatters: { row: formatRow, cell: formatCell },
  selectors: [
    ...["img", "style", "script", "head", "title", "noscript"].map((selector) => ({
      selector,
      format: "skip",
    })),
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    { selector: "table", format: "block" },
    { selector: "tr", format: "row" },
    ...["td", "th"].map((selector) => ({ selector, format: "cell" })),
  ],
});

/** A row whose cells hold plain data is one line; a row of a page layout stays as many lines as it has. */
function formatRow(...[row, walk, builder]: Parameters<FormatCallback>): void {
  const cells = row.children.filter((child) => child.name === "td" || child.name === "th");
  const lines = cells.map(cellLines);
  const oneLine = cells.length > 1 && lines.every((each) => each.length <= 1);
  builder.openBlock({ leadingLineBreaks: 1 });
  if (oneLine) builder.addLiteral(lines.map((each) => each[0] ?? "").join("  "));
  else walk(row.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
}

/** Cells of a layout row: each a block of its own. */
function formatCell(...[cell, walk, builder]: Parameters<FormatCallback>): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(cell.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
}

function cellLines(cell: DomNode): string[] {
  return roughText(cell, 0)
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}

/** Text of a node with a line end wherever a browser would start a line; enough to count lines. */
function roughText(node: DomNode, depth: number): string {
  if (node.type === "text") return (node.data ?? "").replaceAll("\n", " ");
  const name = node.name ?? "";
  if (name === "style" || name === "script") return "";
  if (depth > 30 || MANY_LINES.has(name)) return "\n-\n-\n";
  const edge = name === "br" || BLOCKS.has(name) ? "\n" : "";
  return edge + (node.children ?? []).map((child) => roughText(child, depth + 1)).join("") + edge;
}

const MANY_LINES = new Set(["table", "pre", "ul", "ol", "dl", "blockquote"]);
const BLOCKS = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6"]);

function tidy(text: string): string {
  return text.replaceAll("\u00a0", " ").replace(/\n{3,}/g, "\n\n");
}

/** Elements nested deeper than any client shows cost the parser quadratic time. */
const MAX_DEPTH = 500;
const UNCLOSED = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead tbody tfoot".split(
    " ",
  ),
);

function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (UNCLOSED.has((name ?? "").toLowerCase())) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function stripTags(html: string): string {
  return tidy(html.replace(/<[^<>]{0,2000}>/g, " "));
}
