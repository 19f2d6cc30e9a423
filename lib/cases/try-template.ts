import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Template } from "../drafting/draft.ts";
import { type LetterPreview, previewLetter } from "../drafting/preview-letter.ts";
import { leadingRaw } from "./again-store.ts";
import type { CaseDeps } from "./case-deps.ts";
import { knownNow, readKept } from "./check-again.ts";
import { casesOfType } from "./own-template-store.ts";
import { visibleTo } from "./visible.ts";

export type TriedTemplate = LetterPreview & { ref: string };

const MOST = 20;

/**
 * Cases a template can be tried on: the newest of its type that the viewer may see, then any others, for a provider's
 * notice holds a complaint of another type. Sealed ones only for their readers.
 */
export async function casesToTry(db: Db, viewer: Viewer, type: string) {
  const open = [{ mergedIntoId: null }, visibleTo(viewer)];
  const ofType = await casesOfType(db, { AND: [{ type }, ...open] }, MOST);
  const others = await casesOfType(db, { AND: [{ NOT: { type } }, ...open] }, MOST);
  return [...ofType, ...others].slice(0, MOST);
}

/** The letter this template writes for a real case, read anew; null when there is no such case, or it may not be seen. */
export async function tryTemplate(
  db: Db,
  viewer: Viewer,
  { template, caseId }: { template: Template; caseId: string },
  deps: CaseDeps,
): Promise<TriedTemplate | null> {
  const kept = await leadingRaw(db, viewer, caseId);
  if (!kept) return null;
  const known = await knownNow(db, deps);
  const triage = await readKept(kept, known);
  const letter = {
    ...triage,
    audience: template.audience,
    operator: known.operator,
    receivedAt: kept.receivedAt,
  };
  return { ...previewLetter(template, letter), ref: kept.of.ref };
}

/** Read before a template is kept: enough to catch a plain claim, few enough to keep saving quick. */
const TRIED_ON_SAVE = 3;

/** The first of the newest cases for which this template would write what is not proven. */
export async function untrueFor(
  db: Db,
  viewer: Viewer,
  template: Template,
  deps: CaseDeps,
): Promise<{ ref: string; text: string; sentence: string | null } | null> {
  const cases = await casesToTry(db, viewer, template.type);
  for (const { id } of cases.slice(0, TRIED_ON_SAVE)) {
    const tried = await tryTemplate(db, viewer, { template, caseId: id }, deps);
    const problem = tried?.mayServe ? tried.problems.find(({ refuses }) => refuses) : undefined;
    if (tried && problem) return { ref: tried.ref, ...problem };
  }
  return null;
}
