import { whyByItself, whyNotTogether, whyUnlike } from "./alike.ts";
import type { BulkCase } from "./bulk.ts";
import { differences, type Piece, piecesOf } from "./wording.ts";

export type LeftOut = { caseId: string; ref: string; title: string; why: string };
/** A letter of the sample in pieces; `differs`: in some other case another fact stands here. */
export type SampleLetter = {
  audience: string;
  to: string[];
  subject: string;
  pieces: (Piece & { differs: boolean })[];
  text: string;
};
/**
 * `facts`: what this case has where the others have something else, each once, in the order of the letters; before them to
 * whom they go, where that is not to whom the sample goes.
 */
export type ReviewedCase = { of: BulkCase; facts: string[] };
export type Review = {
  sample: SampleLetter[];
  cases: ReviewedCase[];
  leftOut: LeftOut[];
};

/** One letter to read for many: the first case that may go, those it stands for, and who is left out and why. Pure. */
export function reviewBulk(chosen: readonly BulkCase[]): Review {
  const leftOut: LeftOut[] = [];
  const kept: BulkCase[] = [];
  for (const one of chosen) {
    const sample = kept[0];
    const why = whyNotTogether(one) ?? (sample ? whyUnlike(sample, one) : null);
    if (why === null) kept.push(one);
    else leftOut.push(leftOutOf(one, why));
  }
  const places = differingPlaces(kept);
  return {
    sample: (kept[0]?.letters ?? []).map(({ audience, to, subject, text }, at) => ({
      audience,
      to,
      subject,
      text,
      pieces: piecesOf(text).map((piece, place) => ({
        ...piece,
        differs: places[at]?.has(place) ?? false,
      })),
    })),
    cases: kept.map((of) => ({ of, facts: [...othersTo(of, kept[0]), ...factsOf(of, places)] })),
    leftOut,
  };
}

/** What is chosen to be closed or put off, without those that are looked at by themselves. Pure. */
export function reviewChange(chosen: readonly BulkCase[]): Review {
  const whys = chosen.map((of) => ({ of, why: whyByItself(of.row) }));
  return {
    sample: [],
    cases: whys.filter(({ why }) => why === null).map(({ of }) => ({ of, facts: namesOf(of) })),
    leftOut: whys.flatMap(({ of, why }) => (why === null ? [] : [leftOutOf(of, why)])),
  };
}

/** A title may be that of many: whom it came from and what it is about tell them apart. */
function namesOf({ row: { title, target, from } }: BulkCase): string[] {
  return [title, target ?? "", from].filter((name) => name !== "");
}

function leftOutOf({ row }: BulkCase, why: string): LeftOut {
  return { caseId: row.id, ref: row.ref, title: row.title, why };
}

/** Recipients the letters of the sample do not have. */
function othersTo({ letters }: BulkCase, sample: BulkCase | undefined): string[] {
  return letters.flatMap(({ to }, at) =>
    to.filter((address) => !sample?.letters[at]?.to.includes(address)),
  );
}

/** For each letter of the sample the places where some case has another fact. */
function differingPlaces([sample, ...others]: readonly BulkCase[]): Set<number>[] {
  return (sample?.letters ?? []).map((letter, at) => {
    const pieces = piecesOf(letter.text);
    const places = others.flatMap(
      (other) => differences(pieces, piecesOf(other.letters[at]?.text ?? "")) ?? [],
    );
    return new Set(places);
  });
}

function factsOf({ letters }: BulkCase, places: readonly Set<number>[]): string[] {
  const facts = letters.flatMap((letter, at) =>
    piecesOf(letter.text)
      .filter((_, place) => places[at]?.has(place))
      .map(({ text }) => text.trim().replace(/^[(<"']+|(?<![)>"',;.])[)>"',;.]+$/g, "")),
  );
  return [...new Set(facts)];
}
