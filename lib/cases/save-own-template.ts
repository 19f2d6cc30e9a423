import { canManageTemplates } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { readOwnTemplate, templateKey } from "../drafting/own-templates.ts";
import type { TemplateProblem } from "../drafting/parse-template.ts";
import { MAX_OWN } from "../drafting/template-library.ts";
import type { CaseDeps } from "./case-deps.ts";
import { currentTemplates, markOf, type NewVersion, putVersion } from "./own-template-store.ts";
import { untrueFor } from "./try-template.ts";

export const WHAT = "change the templates of letters";
export type ShippedTexts = ReadonlyMap<string, string>;

export type SaveRefusal = Refusal & { problems?: TemplateProblem[] };

/**
 * Keeps a text as the next version of a template; new letters are written from it at once. `key` null: a template of
 * one's own, known by what its front matter says. `seen`: the version the text was made from, 0 for none.
 */
export async function saveOwnTemplate(
  db: Db,
  viewer: Viewer,
  input: { key: string | null; text: string; seen: number },
  { shipped, ...deps }: CaseDeps & { shipped: ShippedTexts },
): Promise<{ ok: true; key: string } | SaveRefusal> {
  if (!canManageTemplates(viewer)) return forbidden(WHAT);
  const { template, problems } = readOwnTemplate(input.key, input.text);
  if (!template)
    return { ...refuse("bad-template", "Nothing was saved: the template has errors."), problems };
  const key = templateKey(template);
  if (input.key === null && shipped.has(key))
    return refuse(
      "exists",
      `There is a template ${key} already; change that one, or choose another id.`,
    );
  const untrue = await untrueFor(db, viewer, template, deps);
  if (untrue)
    return refuse(
      "unproven",
      `Nothing was saved: in case ${untrue.ref} it would write ${untrue.sentence ? `"${untrue.sentence.slice(0, 300)}" ` : "what it must not. "}${untrue.text}`,
    );
  const made = { key, text: input.text, how: "saved", by: viewer.userId, now: deps.now };
  const stop = await keepVersion(db, { ...made, shipped: markOf(shipped.get(key)) }, input.seen);
  return stop ?? { ok: true, key };
}

/** Writes one version, unless the desk is full or somebody else was quicker. */
export async function keepVersion(db: Db, made: NewVersion, seen: number): Promise<Refusal | null> {
  return await db.$transaction(async (tx) => {
    const current = made.text === null ? [] : await currentTemplates(tx);
    if (current.length >= MAX_OWN && !current.some(({ key }) => key === made.key))
      return refuse("too-many", `A desk keeps ${MAX_OWN} templates of its own; remove one first.`);
    return (await putVersion(tx, seen, made)) ? null : changedMeanwhile();
  });
}

export function changedMeanwhile(): Refusal {
  return refuse(
    "template-changed",
    "Somebody saved another version meanwhile. Nothing was done; copy your text, reload and compare.",
  );
}
