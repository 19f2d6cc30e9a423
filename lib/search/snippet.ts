import type { Query } from "./query.ts";
import { folded } from "./words-of.ts";

/** A piece of a text; `hit`: it is what was searched for. */
export type Snippet = { text: string; hit: boolean }[];

const BEFORE = 80;
const LENGTH = 240;
const MAX_HITS = 12;
const SIGN = /[\p{L}\p{N}\p{M}]/u;

/** The place of a text where the first word stands, with every word found there marked; its beginning when none is. */
export function snippetOf(text: string, sender: string, { terms }: Query): Snippet {
  const wanted = terms.flatMap((term) =>
    !term.negated && "words" in term
      ? term.words.map((word) => ({ word, begins: "begins" in term && term.begins }))
      : [],
  );
  const place = firstPlace(folded(text), wanted);
  if (place < 0 && firstPlace(folded(sender), wanted) >= 0)
    return marked(`${sender.trim().replace(/\s+/g, " ").slice(0, LENGTH)}`, wanted);
  const from = Math.max(0, place - BEFORE);
  const cut = text
    .slice(from, from + LENGTH)
    .replace(/\s+/g, " ")
    .trim();
  const shown = `${from > 0 ? "… " : ""}${cut}${from + LENGTH < text.length ? " …" : ""}`;
  return marked(shown, wanted);
}

type Wanted = { word: string; begins: boolean };

function firstPlace(text: string, wanted: readonly Wanted[]): number {
  for (const one of wanted) {
    const at = placeOf(text, one, 0);
    if (at >= 0) return at;
  }
  return -1;
}

/** Where the word stands as a word of its own. */
function placeOf(text: string, { word, begins }: Wanted, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const startsHere = at === 0 || !SIGN.test(text.charAt(at - 1));
    const endsHere = begins || !SIGN.test(text.charAt(at + word.length));
    if (startsHere && endsHere) return at;
  }
  return -1;
}

function marked(text: string, wanted: readonly Wanted[]): Snippet {
  const plain = folded(text);
  const pieces: Snippet = [];
  let at = 0;
  while (pieces.length < 2 * MAX_HITS) {
    const next = nextHit(plain, wanted, at);
    if (next === null) break;
    if (next.at > at) pieces.push({ text: text.slice(at, next.at), hit: false });
    pieces.push({ text: text.slice(next.at, next.end), hit: true });
    at = next.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

function nextHit(text: string, wanted: readonly Wanted[], from: number) {
  let best: { at: number; end: number } | null = null;
  for (const one of wanted) {
    const at = placeOf(text, one, from);
    if (at >= 0 && (best === null || at < best.at)) best = { at, end: at + one.word.length };
  }
  return best;
}
