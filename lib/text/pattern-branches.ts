import { OUTSIDE_ASCII } from "./grams.ts";

/**
 * One top-level alternative of a pattern, what a text must hold before it can match, and the texts one of which stands where
 * a match begins: an empty one when nothing is known of that.
 */
export type Branch = { source: string; needs: Needs; starts: string[] };
/** Of each list at least one piece stands in every text that matches. No list: nothing is known. */
export type Needs = string[][];

/** Shorter pieces stand in every text. */
const SHORTEST = 3;
/** Pieces of one list; more are no longer telling. */
const MOST_PIECES = 80;

/**
 * Takes a pattern apart at its top-level `|`: it matches where one of its branches does, at the same place and, of branches
 * that match at one place, as the first of them. What a branch needs is read from its plain characters and small choices;
 * gaps and lookarounds need nothing. A pattern this cannot read (back references, letters of two code units, nested
 * classes) is one branch that needs nothing.
 */
export function branchesOf({ source, flags }: RegExp): Branch[] {
  if (/\\[1-9k]|[\ud800-\udfff]/.test(source) || flags.includes("v"))
    return [{ source, needs: [], starts: [""] }];
  const inner = withoutWrap(source);
  const cursor: Cursor = { source: inner, at: 0, anyCase: flags.includes("i") };
  const branches: Branch[] = [];
  do {
    const start = cursor.at;
    const { needs, starts } = readSequence(cursor);
    branches.push({ source: inner.slice(start, cursor.at), needs, starts });
  } while (takes(cursor, "|"));
  return branches;
}

/** `anyCase`: capitals match small letters, which only for ASCII are known to share a gram. */
type Cursor = { source: string; at: number; anyCase: boolean };

/** `(?:a|b)` as a whole is `a|b`. */
function withoutWrap(source: string): string {
  if (!source.startsWith("(?:")) return source;
  const cursor: Cursor = { source, at: 0, anyCase: false };
  let depth = 0;
  do {
    const token = take(cursor, TOKEN);
    if (token.startsWith("(")) depth += 1;
    if (token === ")") depth -= 1;
  } while (depth > 0 && cursor.at < source.length);
  return cursor.at === source.length ? source.slice(3, -1) : source;
}

/** A piece of a pattern: the only texts it can match when they are few, else null; what it needs; how it begins. */
type Reading = { texts: string[] | null; needs: Needs; starts: string[] };
const NOTHING: Reading = { texts: [""], needs: [], starts: [""] };
const ANYTHING: Reading = { texts: null, needs: [], starts: [""] };

function oneOf(texts: string[]): Reading {
  return { texts, needs: [], starts: texts };
}

function readAlternatives(cursor: Cursor): Reading {
  const all = [readSequence(cursor)];
  while (takes(cursor, "|")) all.push(readSequence(cursor));
  const [only] = all;
  if (all.length === 1 && only) return only;
  const texts = all.flatMap((each) => each.texts ?? []);
  if (texts.length <= MOST_PIECES && all.every((each) => each.texts !== null))
    return { texts, needs: asNeeds(texts), starts: texts };
  const starts = all.flatMap((each) => each.starts);
  const best = all.map(({ needs }) => mostTelling(needs));
  const needs = best.includes(null) ? [] : [best.flatMap((list) => list ?? [])];
  return { texts: null, needs, starts };
}

/** The list whose shortest piece is longest. */
function mostTelling(needs: Needs): string[] | null {
  return needs.reduce<string[] | null>(
    (best, list) => (best === null || shortest(list) > shortest(best) ? list : best),
    null,
  );
}

function shortest(pieces: string[]): number {
  return Math.min(...pieces.map((piece) => piece.length));
}

/** Of `attack` and `attacked` the first says it all. */
function asNeeds(texts: string[]): Needs {
  if (shortest(texts) < SHORTEST) return [];
  const distinct = [...new Set(texts)];
  return [
    distinct.filter((text) => !distinct.some((part) => part !== text && text.includes(part))),
  ];
}

/** Atoms up to the next `|` or `)` of this level. Neighbours whose texts are few are put together. */
function readSequence(cursor: Cursor): Reading {
  const needs: Needs = [];
  let run = [""];
  let starts: string[] | null = null;
  const endRun = (next: string[], following = [""]) => {
    needs.push(...asNeeds(run));
    starts ??= begun(run, following);
    run = next;
  };
  while (!isAtEnd(cursor)) {
    const { reading, goesOn } = readRepeated(cursor);
    const { texts } = reading;
    if (texts === null) needs.push(...reading.needs);
    if (texts === null) endRun([""], reading.starts);
    else if (run.length * texts.length > MOST_PIECES) endRun(texts);
    else run = joined(run, texts);
    if (goesOn) endRun([""]);
  }
  const last = asNeeds(run);
  return { texts: starts ? null : run, needs: [...needs, ...last], starts: starts ?? run };
}

/** Of an alternative. */
function isAtEnd({ source, at }: Cursor): boolean {
  return at >= source.length || source[at] === "|" || source[at] === ")";
}

/** The run and what follows it, unless that is too much. */
function begun(run: string[], following: string[]): string[] {
  return run.length * following.length > MOST_PIECES ? run : joined(run, following);
}

function joined(beginnings: string[], ends: string[]): string[] {
  return beginnings.flatMap((start) => ends.map((end) => start + end));
}

/** An atom with its quantifier. `goesOn`: it may be repeated, so what follows is no neighbour of its first text. */
function readRepeated(cursor: Cursor): { reading: Reading; goesOn: boolean } {
  const reading = readAtom(cursor);
  const quantifier = take(cursor, QUANTIFIER);
  if (quantifier === "") return { reading, goesOn: false };
  const isOptional = /^(?:[*?]|\{0)/.test(quantifier);
  const isOnce = /^(?:\?|\{[01](?:,1)?\})/.test(quantifier);
  if (!isOptional) return { reading, goesOn: !isOnce };
  if (!isOnce || reading.texts === null) return { reading: ANYTHING, goesOn: false };
  return { reading: oneOf([...reading.texts, ""]), goesOn: false };
}

const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/iy;

function readAtom(cursor: Cursor): Reading {
  const token = take(cursor, TOKEN);
  if (token.startsWith("(")) return readGroup(cursor, token);
  if (cursor.anyCase && NOT_ASCII.test(token) && !token.startsWith("[")) return oneOf([FOREIGN]);
  if (token.startsWith("[")) return readClass(token);
  if (token === "^" || token === "$" || /^\\b$/i.test(token)) return NOTHING;
  if (/^\\[^a-z\d]$/i.test(token)) return oneOf([token.slice(1)]);
  return token === "." || token.startsWith("\\") ? ANYTHING : oneOf([token]);
}

const NOT_ASCII = /[^\x20-\x7e]/;
/** Stands for a letter outside ASCII whose other case is not looked for; long enough to be a piece. */
const FOREIGN = OUTSIDE_ASCII.repeat(SHORTEST);
/** Letters no quantifier belongs to; a class, an escape, the opening of a group, or one character. */
const TOKEN =
  /[a-z ]+(?=[a-z ][*+?{]|[^a-z *+?{]|$)|\[(?:[^\]\\]|\\.)*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|.)|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|./isy;

/** `[- ]`: a few plain characters are a choice like any other. */
function readClass(token: string): Reading {
  const chars = token.slice(1, -1);
  const isPlain = /^(?:[^\\^-]{1,4}|-[^\\^-]{1,3})$/.test(chars);
  return isPlain ? oneOf([...chars]) : ANYTHING;
}

function readGroup(cursor: Cursor, opening: string): Reading {
  const inside = readAlternatives(cursor);
  takes(cursor, ")");
  return /^\(\?<?[=!]$/.test(opening) ? NOTHING : inside;
}

function takes(cursor: Cursor, char: string): boolean {
  if (cursor.source[cursor.at] !== char) return false;
  cursor.at += 1;
  return true;
}

function take(cursor: Cursor, token: RegExp): string {
  token.lastIndex = cursor.at;
  const text = token.exec(cursor.source)?.[0] ?? "";
  cursor.at += text.length;
  return text;
}
