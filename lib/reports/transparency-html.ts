import type { Block } from "./transparency-blocks.ts";
import type { ReportLanguage } from "./transparency-words.ts";

/** The page's own look: it has no file beside it, and a policy that lets nothing else in. */
const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2rem}p{white-space:pre-line}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid;padding:.35rem .5rem .35rem 0;text-align:left;vertical-align:top}
th:last-child,td:last-child{text-align:right;padding-right:0;font-variant-numeric:tabular-nums}tbody th{font-weight:normal}
@media print{body{margin:0;max-width:none;color:#000;background:#fff}h2{break-after:avoid}tr{break-inside:avoid}}`;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** One HTML page that needs nothing else: no script, nothing from elsewhere; readable on paper, in the dark, on a phone. */
export function transparencyHtml(blocks: readonly Block[], language: ReportLanguage): string {
  const title = blocks.find(({ kind }) => kind === "title");
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title && "text" in title ? escaped(title.text) : ""}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    ...blocks.map(written),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function written(block: Block): string {
  switch (block.kind) {
    case "title":
      return `<h1>${escaped(block.text)}</h1>`;
    case "heading":
      return `<h2>${escaped(block.text)}</h2>`;
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "table":
      return table(block);
  }
}

function table({ head, rows }: Extract<Block, { kind: "table" }>): string {
  const [first, second] = head.map((name) => `<th scope="col">${escaped(name)}</th>`);
  return [
    "<table>",
    `<thead><tr>${first}${second}</tr></thead>`,
    "<tbody>",
    ...rows.map(
      ([name, count]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(count)}</td></tr>`,
    ),
    "</tbody>",
    "</table>",
  ].join("\n");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
