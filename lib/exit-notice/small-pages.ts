import { html } from "./html.ts";
import { noticePath } from "./notice.ts";
import { NOTICE_LANGUAGES, type NoticeLanguage } from "./notice-language.ts";
import { noticeWords, put } from "./notice-words.ts";
import { pageFrame } from "./page-frame.ts";

/** After a report: its reference, and the way back. */
export function receivedPage(name: string, reference: string, language: NoticeLanguage): string {
  const words = noticeWords(language);
  const other = NOTICE_LANGUAGES.find((one) => one !== language) ?? "en";
  const body = html`<h1>${words.receivedHead}</h1>
<p>${put(words.received, { reference })}</p>
<p><a href="${noticePath(name, language)}">${words.back}</a></p>`;
  return pageFrame({
    language,
    title: words.receivedHead,
    body,
    other: { href: `${noticePath(name, other)}/received/${reference}`, language: other },
  });
}

/** The relays that have a page, by name. */
export function listPage(
  pages: readonly { name: string; addresses: readonly string[] }[],
  language: NoticeLanguage,
): string {
  const words = noticeWords(language);
  const other = NOTICE_LANGUAGES.find((one) => one !== language) ?? "en";
  const rows = pages.map(
    ({ name, addresses }) =>
      html`<li><a href="${noticePath(name, language)}">${name}</a>: ${addresses.join(", ")}</li>\n`,
  );
  const body = html`<h1>${words.listHead}</h1>
<p>${words.list}</p>
<ul>${rows}</ul>`;
  return pageFrame({
    language,
    title: words.listHead,
    body,
    other: { href: `/exit?language=${other}`, language: other },
  });
}
