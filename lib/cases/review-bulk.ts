import { whyNotTogether, whyUnlike } from "./alike.ts";
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
/** `facts`: what this case has where the others have something else, each once, in the order of the letters. */
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
    else leftOut.push({ caseId: one.row.id, ref: one.row.ref, title: one.row.title, why });
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
    cases: kept.map((of) => ({ of, facts: factsOf(of, places) })),
    leftOut,
  };
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
      .map(({ text }) => text.trim().replace(/^[(<"']+|[)>"',;.]+$/g, "")),
  );
  return [...new Set(facts)];
}
