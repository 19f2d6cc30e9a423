import { compile } from "html-to-text";
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
  limits: { maxDepth: 400, maxInputLength: MAIL_LIMITS.htmlChars },
  selectors: [
    { selector: "img", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "head", format: "skip" },
    {
      selector: "a",
      options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true },
    },
    { selector: "h1", options: { uppercase: false } },
    { selector: "h2", options: { uppercase: false } },
    { selector: "h3", options: { uppercase: false } },
    { selector: "h4", options: { uppercase: false } },
    { selector: "h5", options: { uppercase: false } },
    { selector: "h6", options: { uppercase: false } },
  ],
});

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
