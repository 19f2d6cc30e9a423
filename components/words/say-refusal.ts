import { sentences } from "./de/sentences.ts";
import { fill, type Values } from "./fill.ts";
import type { Language } from "./language.ts";

const SENTENCES: Record<Exclude<Language, "en">, Record<string, string>> = { de: sentences };

type Said = { text: string; said?: { sentence: string; values: Values } };

/**
 * A refusal in the reader's language, by its English sentence. Values that are words themselves ("case", "send letters")
 * are said in the language too. A sentence nobody has put into the language stays English: better than none.
 */
export function sayRefusal({ text, said }: Said, language: Language): string {
  if (language === "en") return text;
  const known = SENTENCES[language];
  const sentence = lookUp(known, said?.sentence ?? text);
  if (sentence === null) return text;
  const values = Object.entries(said?.values ?? {}).map(([name, value]) => [
    name,
    lookUp(known, String(value)) ?? value,
  ]);
  return fill(sentence, Object.fromEntries(values));
}

function lookUp(known: Record<string, string>, sentence: string): string | null {
  return Object.hasOwn(known, sentence) ? (known[sentence] ?? null) : null;
}
