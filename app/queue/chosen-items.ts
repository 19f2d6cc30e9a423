import { z } from "zod";
import type { Reviewed } from "@/lib/cases/answer-alike.ts";
import type { Chosen } from "@/lib/cases/change-many.ts";

/** More than MAX_BULK, so that the desk itself says why more are refused. */
const MAX_ITEMS = 200;
const MAX_LETTERS = 8;

/** The cases named in an address: once, several times, or not at all. What is no id is not there. */
export const chosenIds = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.unknown()))
  .transform((all) => {
    const ids = all.map((one) => z.uuid().safeParse(one).data).filter((id) => id !== undefined);
    return [...new Set(ids)].slice(0, MAX_ITEMS);
  });

type Versioned = { id: string; version: number };

/** A case as it was shown, in one hidden field: its id and version, then those of each of its letters. */
export function itemOf({ row, letters }: { row: Versioned; letters: Versioned[] }): string {
  return [row.id, row.version, ...letters.flatMap(({ id, version }) => [id, version])].join(".");
}

const PAIR = /^[0-9a-f-]{36}\.\d{1,9}$/;

/** Fields made by `itemOf`, read back. */
export const reviewedItems = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(500)))
  .pipe(z.array(z.string().transform(readItem)).max(MAX_ITEMS));

export function asChosen(items: readonly Reviewed[]): Chosen[] {
  return items.map(({ caseId, caseVersion }) => ({ caseId, caseVersion }));
}

function readItem(text: string, context: z.RefinementCtx): Reviewed {
  const parts = text.split(".");
  const pairs = Array.from({ length: Math.ceil(parts.length / 2) }, (_, at) =>
    parts.slice(2 * at, 2 * at + 2).join("."),
  );
  if (pairs.length > 1 + MAX_LETTERS || !pairs.every((pair) => PAIR.test(pair)))
    context.addIssue("is not a case of this page");
  const [own = "", ...letters] = pairs;
  const [caseId, caseVersion] = idAndVersion(own);
  return {
    caseId,
    caseVersion,
    letters: letters
      .map(idAndVersion)
      .map(([draftId, draftVersion]) => ({ draftId, draftVersion })),
  };
}

function idAndVersion(pair: string): [string, number] {
  const [id = "", version = ""] = pair.split(".");
  return [id, Number(version)];
}
