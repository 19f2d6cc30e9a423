import sanitizeHtml from "sanitize-html";
import { htmlToText } from "./html-text.ts";

/**
 * Hostile HTML as HTML that can be shown in a sandboxed frame: structure and text only. No styles, images, forms, remote
 * content or scheme but http(s) in shown text; a link becomes its words and the host it really leads to, not clickable.
 * Too long or too deep HTML becomes preformatted text. Never throws.
 */
export function safeHtml(html: string): string {
  return cleanOf(html).replace(TURNING, "");
}

/** Direction overrides and isolates (Unicode UAX 9): left open in a link's words, they would turn the host behind it round. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

function cleanOf(html: string): string {
  if (html.length > MAX_CHARS || countOf(html, "<") > MAX_TAGS) return asText(html);
  try {
    return showHosts(sanitizeHtml(html, OPTIONS));
  } catch {
    return asText(html);
  }
}

const MAX_CHARS = 512 * 1024;
const MAX_TAGS = 20_000;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags:
    "a p div span br hr pre code blockquote b strong i em u s sub sup small h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr th td caption".split(
      " ",
    ),
  allowedAttributes: { a: ["data-host"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan"] },
  allowedSchemes: [],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  nonTextTags: [
    "style",
    "script",
    "textarea",
    "option",
    "noscript",
    "title",
    "head",
    "template",
    "xmp",
    "iframe",
    "object",
    "svg",
    "math",
  ],
  nestingLimit: 60,
  enforceHtmlBoundary: false,
  transformTags: {
    a: (_tag, attributes) => ({ tagName: "a", attribs: linkHost(attributes["href"] ?? "") }),
  },
};

/** Keeps nothing of a link but the host, in an attribute that `showHosts` turns into words. */
function linkHost(href: string): Record<string, string> {
  const host = /^\s*https?:\/\/(?:[^/?#@\s]*@)?([a-z0-9.-]{1,253})(?=[:/?#\s]|$)/i.exec(href)?.[1];
  return host ? { "data-host": host } : {};
}

/** What a link says is the sender's choice; where it leads is not. `Log in [evil.example]`, and nothing to click. */
function showHosts(html: string): string {
  const open: string[] = [];
  return html.replace(
    /<a(?: data-host="([a-zA-Z0-9.-]+)")?>|<\/a>/g,
    (tag, host: string | undefined) => {
      if (tag !== "</a>") {
        open.push(host ?? "");
        return "<span>";
      }
      const closed = open.pop();
      return closed ? ` [${closed}]</span>` : "</span>";
    },
  );
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0 && count <= MAX_TAGS; at = text.indexOf(char, at + 1))
    count++;
  return count;
}

function asText(html: string): string {
  return `<pre>${escapeHtml(htmlToText(html.slice(0, MAX_CHARS)))}</pre>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
