import { headers } from "next/headers";
import { cache } from "react";
import { isLanguage, type Language, preferredLanguage } from "@/components/words/language.ts";
import { speak } from "@/components/words/words.ts";
import { currentSession } from "./operator-session.ts";
import { chosenLanguage } from "./session-cookie.ts";

type Reader = { language: Language; zone: string | null };

/** Who reads this request's page: the person's own choice, else this browser's, else what it asks for, else English. */
const readerOf = cache(async (): Promise<Reader> => {
  const own = (await currentSession())?.reads;
  return { language: await languageFor(own?.language), zone: own?.zone ?? null };
});

/** The language an action answers in. */
export async function readerSpeaks(): Promise<Language> {
  return (await readerOf()).language;
}

async function languageFor(own: string | null | undefined): Promise<Language> {
  if (isLanguage(own)) return own;
  const chosen = await chosenLanguage();
  if (isLanguage(chosen)) return chosen;
  return preferredLanguage((await headers()).get("accept-language")) ?? "en";
}

/** Makes `words()` speak to the reader of this request. Each page, layout and title asks for it first. */
export async function speakToReader(): Promise<Reader> {
  const reader = await readerOf();
  speak(reader.language, reader.zone);
  return reader;
}
