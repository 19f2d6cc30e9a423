import { createHash } from "node:crypto";
import { type Html, html } from "./html.ts";
import type { NoticeLanguage } from "./notice-language.ts";
import { noticeWords } from "./notice-words.ts";

/** One sheet, within the page: nothing is loaded. Day and night follow the reader's own setting. */
const STYLE = `:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#22212b;--line:#8a8894;--accent:#5b2e91;--bad:#9b1c1c}
@media(prefers-color-scheme:dark){:root{--paper:#1d1c22;--ink:#e9e7ee;--line:#8f8d99;--accent:#cfb4f5;--bad:#ffb1a8}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main,header,footer{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25;overflow-wrap:anywhere}h2{font-size:1.15rem;margin-top:2rem}
a{color:var(--accent)}p,li{overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
fieldset{border:1px solid var(--line);border-radius:.4rem;margin:1rem 0;padding:.75rem 1rem 1rem}
legend{font-weight:600;padding:0 .3rem}label{display:block;margin-top:.75rem;font-weight:600}
input,select,textarea{box-sizing:border-box;width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.3rem;padding:.45rem}
select option{background:var(--paper);color:var(--ink)}
textarea{min-height:7rem}textarea[name=log]{font-family:ui-monospace,monospace;font-size:.85rem}
button{font:inherit;font-weight:600;margin-top:1rem;padding:.6rem 1.1rem;border:1px solid var(--accent);border-radius:.3rem;background:var(--accent);color:var(--paper);cursor:pointer}
.hint{margin:.2rem 0 0;font-size:.9rem}.row{display:grid;gap:0 1rem;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr))}
.bad{border:1px solid var(--bad);border-left-width:5px;border-radius:.3rem;padding:.25rem 1rem}
.w{position:absolute;left:-200vw;width:1px;height:1px;overflow:hidden}
header{display:flex;justify-content:flex-end}footer{font-size:.9rem;border-top:1px solid var(--line);margin-top:2rem}`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/**
 * Nothing may be loaded, run or framed; only this one style sheet counts, and forms go to the desk itself. The empty
 * picture keeps browsers from asking for one.
 */
export const NOTICE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

type Frame = {
  language: NoticeLanguage;
  title: string;
  body: Html;
  /** Where the same page is in the other language; null: nowhere. */
  other: { href: string; language: NoticeLanguage } | null;
};

/** A whole page that needs nothing but itself. */
export function pageFrame({ language, title, body, other }: Frame): string {
  const words = noticeWords(language);
  const link = other
    ? html`<header><a href="${other.href}" hreflang="${other.language}" lang="${other.language}">${words.other}</a></header>`
    : null;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
${link}<main>
${body}
</main>
<footer><p>${words.privacy}</p></footer>
</body>
</html>
`.html;
}
