import type { NoticeLanguage } from "./notice-language.ts";
import { NOTICE_DE } from "./words-de.ts";
import { NOTICE_EN } from "./words-en.ts";

export type NoticeWords = typeof NOTICE_EN;

const WORDS: Record<NoticeLanguage, NoticeWords> = { en: NOTICE_EN, de: NOTICE_DE };

export function noticeWords(language: NoticeLanguage): NoticeWords {
  return WORDS[language];
}

/** Puts the values at their places, `{name}`; a value is text and is not read again. */
export function put(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{([a-zA-Z]{1,20})\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
