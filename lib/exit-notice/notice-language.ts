/** The languages of the public pages; each page has an address of its own, so that a cache serves it to everybody. */
export const NOTICE_LANGUAGES = ["en", "de"] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];
