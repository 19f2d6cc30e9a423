import type { Span } from "./complaint.ts";

/** The texts of a mail that spans can point into; `Message` and what is kept of it both fit. */
type Texts = {
  subject: string;
  body: string;
  parts: readonly { id: string; text: string | null }[];
};

/**
 * Where these words stand in a mail, for facts that were read out of a field or given by a person: the first place where
 * they stand alone, body before subject before attachments. Null when they stand nowhere.
 */
export function placeOf(texts: Texts, words: string): Span | null {
  if (words.length < SHORTEST) return null;
  const sources = [
    { source: "body", text: texts.body },
    { source: "subject", text: texts.subject },
    ...texts.parts.map(({ id, text }) => ({ source: id, text: text ?? "" })),
  ];
  for (const { source, text } of sources) {
    const start = indexAlone(text, words);
    if (start >= 0) return { source, start, end: start + words.length };
  }
  return null;
}

/** Shorter words stand everywhere by chance. */
const SHORTEST = 2;
const MOST_TRIES = 50;
const WORD = /[\p{L}\p{N}]/u;

/** `22` does not stand in `2022`, `192.0.2.1` not in `192.0.2.17` nor in `192.0.2.1.5`. */
function indexAlone(text: string, words: string): number {
  let start = text.indexOf(words);
  for (let tries = 0; start >= 0 && tries < MOST_TRIES; tries += 1) {
    if (
      isEdge(text, start - 1, start) &&
      isEdge(text, start + words.length, start + words.length - 1)
    )
      return start;
    start = text.indexOf(words, start + 1);
  }
  return -1;
}

function isEdge(text: string, outside: number, inside: number): boolean {
  const out = text[outside] ?? "";
  if (!WORD.test(text[inside] ?? "")) return true;
  if (out === ".") return !/\d/.test(text[outside + (outside - inside)] ?? "");
  return !WORD.test(out);
}
