import { beginning, tellingStarts } from "./beginning.ts";
import { type GramPlaces, gramPlaces } from "./gram-places.ts";
import { GRAMS, gramsOf } from "./grams.ts";
import { branchesOf, type Needs } from "./pattern-branches.ts";
import type { Trial } from "./trial.ts";

/** Many patterns prepared to be tried on one text after another; see `sieveOf`. */
export type Sieve = {
  branches: SievedBranch[];
  /** What the branches need and how they begin, as numbers in one row: see `assemble`. */
  row: Int32Array;
  /** For each branch where in the row its needs stand. */
  needsAt: Int32Array;
  /** Branches of whose beginning nothing is known. */
  anywhere: number[];
  /** For each gram where in the row the beginnings stand that have it first; 0 for none. */
  listAt: Int32Array;
  /** 1 for each gram with such a list. */
  wanted: Uint8Array;
};

type SievedBranch = {
  /** Place of the pattern in the list the sieve was made of. */
  pattern: number;
  source: string;
  flags: string;
  compiled: RegExp | null;
};

/**
 * Prepares patterns for `sift`. Trying hundreds of patterns on a text costs a pass each; nearly all of them need words the
 * text has not got, and one pass over the text finds that out (Cox, "Regular Expression Matching with a Trigram Index"). The
 * same pass finds the places where the others may begin.
 */
export function sieveOf(patterns: readonly RegExp[]): Sieve {
  const branches: SievedBranch[] = [];
  const knowledge: Knowledge[] = [];
  for (const [pattern, regexp] of patterns.entries()) {
    const flags = regexp.flags.replace(/[gy]/g, "");
    for (const { source, needs, starts } of branchesOf(regexp)) {
      const telling = tellingStarts(starts);
      knowledge.push({ needs, starts: telling });
      branches.push({ pattern, source, flags: telling ? `${flags}y` : flags, compiled: null });
    }
  }
  return assemble(branches, knowledge);
}

/** What is known of a branch. `starts` null: nothing of how it begins. */
type Knowledge = { needs: Needs; starts: string[] | null };

/** Of each list of pieces one must be there; a piece is there when all its grams are. */
type Grams = number[][];

/**
 * All in one row of numbers, as the time goes into fetching them: first what each branch needs (how many lists, the lists),
 * then for each gram the beginnings looked for by it (where they end; branch, distance from the match's start, how many
 * numbers follow: distance and letters of each other window).
 */
function assemble(branches: SievedBranch[], knowledge: Knowledge[]): Sieve {
  const needs = knowledge.map((branch) => branch.needs.map((list) => list.map(gramsOf)));
  const common = new Uint32Array(GRAMS);
  const begun = knowledge.flatMap(({ starts }) => starts ?? []).flatMap(gramsOf);
  for (const gram of [...needs.flat(3), ...begun]) common[gram] = (common[gram] ?? 0) + 1;
  const row = [0];
  const needsAt = needs.map((lists) => {
    const at = row.push(lists.length) - 1;
    for (const list of rarestFirst(lists, common)) writeList(row, list);
    return at;
  });
  const listAt = new Int32Array(GRAMS);
  const wanted = new Uint8Array(GRAMS);
  for (const [gram, beginnings] of beginningsByGram(knowledge, common)) {
    listAt[gram] = row.length;
    wanted[gram] = 1;
    row.push(row.length + 1 + beginnings.length, ...beginnings);
  }
  const anywhere = [...knowledge.keys()].filter((id) => knowledge[id]?.starts === null);
  const [numbers, at] = [Int32Array.from(row), Int32Array.from(needsAt)];
  return { branches, row: numbers, needsAt: at, anywhere, listAt, wanted };
}

/** Where it ends; for each piece how many grams, and these. */
function writeList(row: number[], list: Grams): void {
  const end = row.push(0);
  for (const piece of list) row.push(piece.length, ...piece);
  row[end - 1] = row.length;
}

/** Of a long piece so many grams tell as much as all. */
const MOST_GRAMS = 6;

/** Rare grams first, and lists that have them, so that most looks end at once. */
function rarestFirst(needs: Grams[], common: Uint32Array): Grams[] {
  const rarity = (gram: number) => common[gram] ?? 0;
  const byRarity = (a: number, b: number) => rarity(a) - rarity(b);
  const frequency = (list: Grams) => list.reduce((sum, [gram = 0]) => sum + rarity(gram), 0);
  return needs
    .map((list) => list.map((piece) => piece.toSorted(byRarity).slice(0, MOST_GRAMS)))
    .toSorted((a, b) => frequency(a) - frequency(b));
}

/** Under the rarest gram of each beginning: see `assemble`. */
function beginningsByGram(knowledge: Knowledge[], common: Uint32Array): Map<number, number[]> {
  const byGram = new Map<number, number[]>();
  for (const [id, { starts }] of knowledge.entries()) {
    for (const start of starts ?? []) {
      const { gram, back, others } = beginning(start, common);
      const under = byGram.get(gram) ?? [];
      byGram.set(gram, under);
      under.push(id, back, others.length, ...others);
    }
  }
  return byGram;
}

/**
 * What is left of each pattern for this text: its branches that may match, in their order, by the pattern's place in the
 * list. A pattern that is missing cannot match.
 */
export function sift(sieve: Sieve, text: string): Map<number, Trial[]> {
  const { ids, starts } = candidatesIn(sieve, gramPlaces(text, sieve.wanted));
  const left = new Map<number, Trial[]>();
  for (const id of ids.sort((a, b) => a - b)) {
    const branch = sieve.branches[id];
    const where = starts[id];
    if (branch === undefined || where === undefined) continue;
    branch.compiled ??= new RegExp(branch.source, branch.flags);
    const trial = { pattern: branch.compiled, starts: where };
    const others = left.get(branch.pattern);
    if (others) others.push(trial);
    else left.set(branch.pattern, [trial]);
  }
  return left;
}

/** The branches that may match, and by their ids where in the text they may begin; null for anywhere. */
type Candidates = { ids: number[]; starts: (number[] | null | undefined)[] };

/** Of a branch whose beginning stands in the text, but not all else it needs. */
const NOWHERE: number[] = [];

function candidatesIn(sieve: Sieve, places: GramPlaces): Candidates {
  const { row, needsAt, listAt, anywhere } = sieve;
  const { seen, found, length } = places;
  const candidates: Candidates = { ids: [], starts: new Array(needsAt.length) };
  for (const id of anywhere) {
    if (!hasNeeds(row, needsAt[id] ?? 0, seen)) continue;
    candidates.ids.push(id);
    candidates.starts[id] = null;
  }
  for (let index = 0; index < length; index += 2) {
    const list = listAt[found[index] ?? 0] ?? 0;
    noteStarts(sieve, list, found[index + 1] ?? 0, places, candidates);
  }
  return candidates;
}

/** Of the beginnings in this list, whose gram ends at `at`, those that stand there. */
function noteStarts(
  sieve: Sieve,
  list: number,
  at: number,
  places: GramPlaces,
  candidates: Candidates,
): void {
  const { row } = sieve;
  const end = row[list] ?? 0;
  for (let entry = list + 1; entry < end; entry += 3 + (row[entry + 2] ?? 0)) {
    const id = row[entry] ?? 0;
    if (candidates.starts[id] === NOWHERE || !isWhole(row, entry + 2, at, places.windows)) continue;
    noteStart(sieve, id, at - (row[entry + 1] ?? 0), places.seen, candidates);
  }
}

function noteStart(
  { row, needsAt }: Sieve,
  id: number,
  start: number,
  seen: Uint8Array,
  { ids, starts }: Candidates,
): void {
  const known = starts[id];
  if (known) {
    insert(known, start);
  } else if (hasNeeds(row, needsAt[id] ?? 0, seen)) {
    ids.push(id);
    starts[id] = [start];
  } else {
    starts[id] = NOWHERE;
  }
}

/** Nearly always it is the last. */
function insert(starts: number[], start: number): void {
  let at = starts.length;
  while (at > 0 && (starts[at - 1] ?? 0) > start) at -= 1;
  if (at === starts.length) starts.push(start);
  else starts.splice(at, 0, start);
}

/** Do the other windows of a beginning stand about its gram, which ends at `at`? */
function isWhole(row: Int32Array, others: number, at: number, windows: Int32Array): boolean {
  const end = others + (row[others] ?? 0);
  for (let next = others + 1; next < end; next += 2) {
    if (windows[at + (row[next] ?? 0)] !== row[next + 1]) return false;
  }
  return true;
}

function hasNeeds(row: Int32Array, needs: number, seen: Uint8Array): boolean {
  let at = needs + 1;
  for (let lists = row[needs] ?? 0; lists > 0; lists--) {
    const end = row[at] ?? 0;
    at += 1;
    while (at < end && !isThere(row, at, seen)) at += 1 + (row[at] ?? 0);
    if (at >= end) return false;
    at = end;
  }
  return true;
}

/** Has the text all grams of the piece written here? */
function isThere(row: Int32Array, piece: number, seen: Uint8Array): boolean {
  const end = piece + (row[piece] ?? 0);
  let at = piece;
  while (at < end && seen[row[at + 1] ?? 0] === 1) at += 1;
  return at === end;
}
