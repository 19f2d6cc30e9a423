import { cache } from "react";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { type Plural, pluralIn, type Values } from "./fill.ts";
import type { Language } from "./language.ts";

export type Words = typeof en;

const CATALOGUES: Record<Language, Words> = { en, de };

/** One object for each request; what renders outside of one (a test, an action) gets a fresh one: English. */
const reader = cache((): { language: Language; zone: string | null } => ({
  language: "en",
  zone: null,
}));

/** From here on this request's pages speak the language, and show times in the zone beside UTC. */
export function speak(language: Language, zone: string | null): void {
  Object.assign(reader(), { language, zone });
}

/** Every word of the pages in the reader's language. For server components; a client component gets its words as props. */
export function words(): Words {
  return CATALOGUES[reader().language];
}

/** The words of a language that is known: for actions, which run outside of a page. */
export function wordsIn(language: Language): Words {
  return CATALOGUES[language];
}

export function readerLanguage(): Language {
  return reader().language;
}

/** The reader's own zone (an IANA name), null when they chose none. */
export function readerZone(): string | null {
  return reader().zone;
}

/** `pluralIn` the reader's language: `plural(3, { one: "{count} case", other: "{count} cases" })`. */
export function plural(count: number, forms: Plural, values: Values = {}): string {
  return pluralIn(reader().language, count, forms, values);
}
