import { canManageTemplates } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { TemplateProblem } from "../drafting/parse-template.ts";
import {
  type LibraryFile,
  MAX_OWN,
  readLibrary,
  writeLibrary,
} from "../drafting/template-library.ts";
import type { Instant } from "../time/instant.ts";
import { currentTemplates, markOf, putVersion, versionsOf } from "./own-template-store.ts";
import { changedMeanwhile, type ShippedTexts, WHAT } from "./save-own-template.ts";

/** What an import would do to one template. */
export type ImportChange = {
  key: string;
  change: "new" | "replaces-shipped" | "replaces-yours" | "same";
};
type Answer = { ok: true; changes: ImportChange[] } | (Refusal & { problems?: TemplateProblem[] });

/** The file with all own templates, for another desk. Null: the viewer may not have it. */
export async function exportTemplates(db: Db, viewer: Viewer): Promise<string | null> {
  if (!canManageTemplates(viewer)) return null;
  const own = await currentTemplates(db);
  return writeLibrary(own.map(({ key, text }) => ({ key, text: text ?? "" })));
}

/** Says what importing this file would change, or why it cannot be; keeps nothing. */
export async function previewImport(
  db: Db,
  viewer: Viewer,
  input: { bytes: Uint8Array; shipped: ShippedTexts },
): Promise<Answer> {
  if (!canManageTemplates(viewer)) return forbidden(WHAT);
  const library = readLibrary(input.bytes);
  if (!library.ok) return { ...refuse("bad-library", library.error), problems: library.problems };
  const planned = await plan(db, library.files, input.shipped);
  return planned.total > MAX_OWN ? tooMany() : { ok: true, changes: planned.changes };
}

/** Imports all of the file in one transaction, or nothing. */
export async function importTemplates(
  db: Db,
  viewer: Viewer,
  input: { bytes: Uint8Array; shipped: ShippedTexts; now: Instant },
): Promise<Answer> {
  if (!canManageTemplates(viewer)) return forbidden(WHAT);
  const library = readLibrary(input.bytes);
  if (!library.ok) return { ...refuse("bad-library", library.error), problems: library.problems };
  const { shipped, now } = input;
  return await db.$transaction(async (tx): Promise<Answer> => {
    const { changes, total } = await plan(tx, library.files, shipped);
    if (total > MAX_OWN) return tooMany();
    const same = new Set(changes.filter(({ change }) => change === "same").map(({ key }) => key));
    for (const { key, text } of library.files.filter((file) => !same.has(file.key))) {
      const seen = (await versionsOf(tx, key))[0]?.version ?? 0;
      const made = { key, text, how: "imported", by: viewer.userId, now };
      if (!(await putVersion(tx, seen, { ...made, shipped: markOf(shipped.get(key)) })))
        throw new Error(changedMeanwhile().text);
    }
    return { ok: true, changes };
  });
}

async function plan(db: Db | Tx, files: readonly LibraryFile[], shipped: ShippedTexts) {
  const own = new Map((await currentTemplates(db)).map(({ key, text }) => [key, text]));
  const changes = files.map(({ key, text }) => ({
    key,
    change: changeOf(key, text, own, shipped),
  }));
  const total = new Set([...own.keys(), ...files.map(({ key }) => key)]).size;
  return { changes, total };
}

function changeOf(
  key: string,
  text: string,
  own: ReadonlyMap<string, string | null>,
  shipped: ShippedTexts,
): ImportChange["change"] {
  if (own.get(key) === text) return "same";
  if (own.has(key)) return "replaces-yours";
  return shipped.has(key) ? "replaces-shipped" : "new";
}

function tooMany(): Refusal {
  return refuse(
    "too-many",
    `Nothing was imported: a desk keeps ${MAX_OWN} templates of its own, and this would make more.`,
  );
}
