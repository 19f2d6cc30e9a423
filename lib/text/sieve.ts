import { GRAMS, gramsIn, gramsOf } from "./grams.ts";
import { branchesOf } from "./pattern-branches.ts";

/** Many patterns prepared to be tried on one text after another; see `sieveOf`. */
export type Sieve = {
  branches: SievedBranch[];
  /** What the branches need, as numbers in one row: see `assemble`. */
  row: Int32Array;
  /** Branches that need nothing. */
  always: number[];
  /** For each gram where in the row the pieces stand that are looked at when a text has it; 0 for none. */
  listAt: Int32Array;
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
 * text has not got, and one pass over the text finds that out (Cox, "Regular Expression Matching with a Trigram Index").
 */
export function sieveOf(patterns: readonly RegExp[]): Sieve {
  const branches: SievedBranch[] = [];
  const needs: Grams[][] = [];
  for (const [pattern, regexp] of patterns.entries()) {
    const flags = regexp.flags.replace(/[gy]/g, "");
    for (const branch of branchesOf(regexp)) {
      branches.push({ pattern, source: branch.source, flags, compiled: null });
      needs.push(branch.needs.map((pieces) => pieces.map((piece) => gramsOf(piece))));
    }
  }
  return assemble(branches, needs);
}

/** Of each list of pieces one must be there; a piece is there when all its grams are. */
type Grams = number[][];

/**
 * A branch is looked at when the text has the rarest gram of a piece from its most telling list; that piece is checked
 * first, the other lists after it, rare grams first, so that most looks end at once. All in one row of numbers, as the
 * time goes into fetching them: first each branch (its id, how many lists, the lists), then for each gram where its
 * pieces end, and these: branch, how many grams, the grams.
 */
function assemble(branches: SievedBranch[], needs: Grams[][]): Sieve {
  const common = new Uint32Array(GRAMS);
  for (const gram of needs.flat(3)) common[gram] = (common[gram] ?? 0) + 1;
  const row = [0];
  const always: number[] = [];
  const byGram = new Map<number, number[]>();
  for (const [id, needed] of needs.entries()) {
    const [first, ...others] = rarestFirst(needed, common);
    const branch = row.push(id, others.length) - 2;
    for (const list of others) writeList(row, list);
    if (first === undefined) always.push(id);
    for (const piece of first ?? []) {
      const [gram = 0] = piece;
      const under = byGram.get(gram) ?? [];
      byGram.set(gram, under);
      under.push(branch, piece.length, ...piece);
    }
  }
  const listAt = new Int32Array(GRAMS);
  for (const [gram, pieces] of byGram) {
    listAt[gram] = row.length;
    row.push(row.length + 1 + pieces.length, ...pieces);
  }
  return { branches, row: Int32Array.from(row), always, listAt };
}

/** Where it ends; for each piece how many grams, and these. */
function writeList(row: number[], list: Grams): void {
  const end = row.push(0);
  for (const piece of list) row.push(piece.length, ...piece);
  row[end - 1] = row.length;
}

/** Of a long piece so many grams tell as much as all. */
const MOST_GRAMS = 6;

function rarestFirst(needs: Grams[], common: Uint32Array): Grams[] {
  const rarity = (gram: number) => common[gram] ?? 0;
  const byRarity = (a: number, b: number) => rarity(a) - rarity(b);
  const frequency = (list: Grams) => list.reduce((sum, [gram = 0]) => sum + rarity(gram), 0);
  return needs
    .map((list) => list.map((piece) => piece.toSorted(byRarity).slice(0, MOST_GRAMS)))
    .toSorted((a, b) => frequency(a) - frequency(b));
}

/**
 * What is left of each pattern for this text: its branches that may match, in their order, by the pattern's place in the
 * list. A pattern that is missing cannot match.
 */
export function sift(sieve: Sieve, text: string): Map<number, RegExp[]> {
  const left = new Map<number, RegExp[]>();
  const ids = reachedBy(sieve, text).sort((a, b) => a - b);
  for (const [index, id] of ids.entries()) {
    const branch = sieve.branches[id];
    if (branch === undefined || id === ids[index - 1]) continue;
    branch.compiled ??= new RegExp(branch.source, branch.flags);
    const others = left.get(branch.pattern);
    if (others) others.push(branch.compiled);
    else left.set(branch.pattern, [branch.compiled]);
  }
  return left;
}

/** The branches that stand under a gram of the text and have all they need. Some come twice. */
function reachedBy({ row, always, listAt }: Sieve, text: string): number[] {
  const { seen, found, count } = gramsIn(text);
  const reached = [...always];
  for (let index = 0; index < count; index++) {
    const list = listAt[found[index] ?? 0] ?? 0;
    if (list !== 0) reach(row, list, seen, reached);
  }
  return reached;
}

function reach(row: Int32Array, list: number, seen: Uint8Array, reached: number[]): void {
  const end = row[list] ?? 0;
  for (let at = list + 1; at < end; at += 2 + (row[at + 1] ?? 0)) {
    const branch = row[at] ?? 0;
    if (isThere(row, at + 1, seen) && hasNeeds(row, branch, seen)) reached.push(row[branch] ?? 0);
  }
}

function hasNeeds(row: Int32Array, branch: number, seen: Uint8Array): boolean {
  let at = branch + 2;
  for (let lists = row[branch + 1] ?? 0; lists > 0; lists--) {
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
