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
export function placeOf({ subject, body, parts }: Texts, words: string): Span | null {
  const sources = [
    { source: "body", text: body },
    { source: "subject", text: subject },
    ...parts.map(({ id, text }) => ({ source: id, text: text ?? "" })),
  ];
  return placesOf(sources, words, 1)[0] ?? null;
}

/** Shorter words stand everywhere by chance. */
const SHORTEST = 2;
const MOST_TRIES = 500;
const WORD = /[\p{L}\p{N}]/u;

/** The first `most` places where these words stand alone, text by text. */
export function placesOf(
  sources: readonly { source: string; text: string }[],
  words: string,
  most: number,
): Span[] {
  if (words.length < SHORTEST) return [];
  const found: Span[] = [];
  for (const { source, text } of sources) {
    let start = text.indexOf(words);
    for (let tries = 0; start >= 0 && tries < MOST_TRIES && found.length < most; tries += 1) {
      const end = start + words.length;
      if (isAlone(text, start, end)) found.push({ source, start, end });
      start = text.indexOf(words, end);
    }
  }
  return found;
}

/** `22` does not stand in `2022`, `192.0.2.1` not in `192.0.2.17` nor in `192.0.2.1.5`. */
function isAlone(text: string, start: number, end: number): boolean {
  return isEdge(text, start - 1, start) && isEdge(text, end, end - 1);
}

function isEdge(text: string, outside: number, inside: number): boolean {
  const out = text[outside] ?? "";
  if (!WORD.test(text[inside] ?? "")) return true;
  if (out === ".") return !/\d/.test(text[outside + (outside - inside)] ?? "");
  return !WORD.test(out);
}
