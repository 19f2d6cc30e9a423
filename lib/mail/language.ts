import { STOP_WORDS } from "./stop-words.ts";

/**
 * ISO 639-1 code of the language a person wrote this text in, `en` when there is no prose to tell by. Logs, headers, tables
 * and links do not count.
 */
export function detectLanguage(text: string): string {
  return detectLanguages(text)[0] ?? "en";
}

/**
 * The languages of a text, the writer's own first; a second one only when it carries a fair share of the prose. In a bilingual
 * mail the language that opens it is the writer's, the other one is the courtesy.
 */
export function detectLanguages(text: string): string[] {
  const { scores, opening } = scoresOf(text.slice(0, MAX_TEXT));
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best] = ranked;
  if (!best || best[1] < (isAlone(best, scores) ? ALONE : LEAST)) return [];
  const others = ranked
    .slice(1)
    .filter(([, score]) => score >= Math.max(2 * LEAST, best[1] * FAIR_SHARE));
  const languages = [best, ...others].map(([language]) => language);
  return opening && languages.includes(opening)
    ? [opening, ...languages.filter((each) => each !== opening)]
    : languages;
}

/** A short letter that has next to no English in it. */
function isAlone([language, score]: [string, number], scores: Map<string, number>): boolean {
  return language !== "en" && (scores.get("en") ?? 0) * 4 <= score;
}

function scoresOf(text: string): { scores: Map<string, number>; opening: string | null } {
  const scores = new Map<string, number>();
  let opening: string | null = null;
  let left = MAX_WORDS;
  for (const line of text.split("\n")) {
    if (left <= 0) break;
    const words = proseWords(line);
    if (words === null) continue;
    left -= words.length;
    scoreScripts(line, scores);
    scoreWords(words, scores);
    opening ??= leader(scores);
  }
  return { scores, opening };
}

/** The language in front once enough was read to tell. */
function leader(scores: Map<string, number>): string | null {
  for (const [language, score] of scores) {
    if (score >= 2 * LEAST && [...scores.values()].every((other) => other <= score))
      return language;
  }
  return null;
}

/** Stop words that must be there before anything is said; a stray `a` or `na` in a log is none. */
const LEAST = 3.5;
const ALONE = 2;
const FAIR_SHARE = 0.2;
const MAX_TEXT = 128 * 1024;
const MAX_WORDS = 1_500;

/** Words of a line of prose, null for a line that is something else (log, header, table, link, armour). */
function proseWords(line: string): string[] | null {
  const bare = line.replace(/^[> \t*|-]+/, "").slice(0, 2000);
  if (HEADER.test(bare)) return null;
  const words: string[] = [];
  let letters = 0;
  let solid = 0;
  for (const token of bare.split(/\s+/)) {
    solid += token.length;
    const word = plainWord(token) ?? WORD.exec(token)?.[1];
    if (word === undefined) continue;
    words.push(word);
    letters += word.length;
  }
  return solid === 0 || letters * 10 < solid * 6 ? null : words;
}

/** What most words are: letters of ASCII with at most one mark behind them. Null for all others, which `WORD` reads. */
function plainWord(token: string): string | null {
  const end = ".,;:!?".includes(token.at(-1) ?? "x") ? token.length - 1 : token.length;
  for (let at = 0; at < end; at++) {
    const code = token.charCodeAt(at) | 0x20;
    if (code < 0x61 || code > 0x7a) return null;
  }
  return end > 0 ? token.slice(0, end) : null;
}

/** A word with the punctuation round it; what has digits or signs inside is no prose. */
const WORD = /^[("'„“”‘«¿¡*]*(\p{L}[\p{L}’'，、。：；・ー-]*)[.,;:!?)"'”“’»…*。，、]*$/u;
const HEADER =
  /^[A-Z][A-Za-z-]{1,30}: \S+$|^-----|^(?:Received|Message-ID|Content-|X-|DKIM|Return-Path|MIME)/;

const SCRIPTS: { language: string; letters: RegExp; weight: number }[] = [
  { language: "ko", letters: /\p{Script=Hangul}/gu, weight: 0.4 },
  { language: "ja", letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, weight: 0.6 },
  { language: "zh", letters: /\p{Script=Han}/gu, weight: 0.25 },
  { language: "ru", letters: /\p{Script=Cyrillic}/gu, weight: 0.1 },
  { language: "el", letters: /\p{Script=Greek}/gu, weight: 0.1 },
  { language: "he", letters: /\p{Script=Hebrew}/gu, weight: 0.1 },
  { language: "ar", letters: /\p{Script=Arabic}/gu, weight: 0.1 },
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII and the Latin blocks hold none of the scripts above
const LATIN_ONLY = /^[\x00-\u024f\u2000-\u206f]*$/;

function scoreScripts(line: string, scores: Map<string, number>): void {
  if (LATIN_ONLY.test(line)) return;
  for (const { language, letters, weight } of SCRIPTS) {
    const count = line.match(letters)?.length ?? 0;
    if (count > 0) add(scores, language, count * weight);
  }
}

const LANGUAGES_OF_WORD = wordIndex();

function scoreWords(words: string[], scores: Map<string, number>): void {
  if (words.length < 3) return;
  for (const word of words) {
    const languages = LANGUAGES_OF_WORD.get(word.toLowerCase());
    for (const language of languages ?? []) add(scores, language, 1 / (languages?.length ?? 1));
    if (languages === undefined && !ASCII_ONLY.test(word)) scoreLetters(word, scores);
  }
}

/** A letter that few languages have says a little where the short words of a short letter do not suffice. */
function scoreLetters(word: string, scores: Map<string, number>): void {
  for (const { letters, languages } of LETTERS) {
    if (!letters.test(word)) continue;
    for (const language of languages) add(scores, language, LETTER_WEIGHT / languages.length);
  }
}

const LETTER_WEIGHT = 0.7;
const ASCII_ONLY = /^\p{ASCII}*$/u;
const LETTERS: { letters: RegExp; languages: string[] }[] = [
  { letters: /[ąęłśżźćń]/i, languages: ["pl"] },
  { letters: /[ěřůďť]/i, languages: ["cs"] },
  { letters: /[ãõ]|çõ|çã/i, languages: ["pt"] },
  { letters: /ñ|ción$|ciones$/i, languages: ["es"] },
  { letters: /ß|^(?:ü|ö|ä)|ung(?:en)?$/i, languages: ["de"] },
  { letters: /[øæ]/i, languages: ["da"] },
  { letters: /[ășț]/i, languages: ["ro"] },
  { letters: /[ğış]/i, languages: ["tr"] },
  { letters: /[èêœ]|[a-z]['’]é/i, languages: ["fr"] },
  { letters: /(?:[àù]|ità)$/i, languages: ["it"] },
];

function add(scores: Map<string, number>, language: string, amount: number): void {
  scores.set(language, (scores.get(language) ?? 0) + amount);
}

function wordIndex(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(STOP_WORDS)) {
    for (const word of new Set(words.split(" ")))
      index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}
