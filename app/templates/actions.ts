"use server";
import { z } from "zod";
import type { ImportAnswer } from "@/components/templates/import-form.tsx";
import type { EditorAnswer } from "@/components/templates/template-editor.tsx";
import { canManageTemplates } from "@/lib/accounts/permissions.ts";
import { notFound } from "@/lib/accounts/refusal.ts";
import { importTemplates, previewImport } from "@/lib/cases/import-templates.ts";
import { removeOwnTemplate, restoreOwnTemplate } from "@/lib/cases/restore-own-template.ts";
import { saveOwnTemplate } from "@/lib/cases/save-own-template.ts";
import { tryTemplate } from "@/lib/cases/try-template.ts";
import { readOwnTemplate } from "@/lib/drafting/own-templates.ts";
import { MAX_LIBRARY } from "@/lib/drafting/template-library.ts";
import { caseDeps, openShelf } from "../desk.ts";
import { id, wholeNumber } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const guard = { may: canManageTemplates, what: "change the templates of letters" };
/** More than a template may have, so that the reader of templates says what is too long. */
const MAX_TEXT = 100_000;
const key = z.string().max(100);
const NOTHING = { error: "", problems: [], tried: null };

/** Tries a text on a case, or saves it as the next version. */
export const editTemplateAction = operatorAction({
  ...guard,
  input: z.object({
    key,
    seen: wholeNumber,
    text: z.string().max(MAX_TEXT, "The text is far too long for a template."),
    caseId: z.union([id, z.literal("")]).default(""),
    intent: z.enum(["preview", "save"]).default("preview"),
  }),
  refused: (error, form): EditorAnswer => ({ ...NOTHING, ...typed(form), error }),
  run: async (desk, { key: given, seen, text, caseId, intent }) => {
    const deps = await caseDeps(desk);
    const asked = given === "" ? null : given;
    const shown: NonNullable<EditorAnswer> = { ...NOTHING, text, caseId };
    if (intent === "save") {
      const shipped = (await openShelf()).shipped.texts;
      const input = { key: asked, text, seen };
      const saved = await saveOwnTemplate(desk.db, desk.viewer, input, { ...deps, shipped });
      if (saved.ok) return { go: `/templates/${saved.key}?saved=yes` };
      return { show: { ...shown, error: saved.text, problems: saved.problems ?? [] } };
    }
    const { template, problems } = readOwnTemplate(asked, text);
    if (!template) return { show: { ...shown, error: "The template has errors.", problems } };
    if (caseId === "") return { show: { ...shown, error: "Nothing is wrong with the template." } };
    const tried = await tryTemplate(desk.db, desk.viewer, { template, caseId }, deps);
    return tried ? { show: { ...shown, tried } } : notFound("case");
  },
});

const version = { key, seen: wholeNumber };
const refused = (error: string) => ({ error });

export const restoreTemplateAction = operatorAction({
  ...guard,
  input: z.object({ ...version, version: wholeNumber }),
  refused,
  run: async ({ db, viewer, now }, input) => {
    const answer = await restoreOwnTemplate(db, viewer, { ...input, now });
    return answer.ok ? { go: `/templates/${input.key}?saved=yes` } : answer;
  },
});

export const removeTemplateAction = operatorAction({
  ...guard,
  input: z.object(version),
  refused,
  run: async ({ db, viewer, now }, input) => {
    const answer = await removeOwnTemplate(db, viewer, { ...input, now });
    return answer.ok ? { go: "/templates?done=removed" } : answer;
  },
});

const EMPTY = { error: "", problems: [], changes: [], library: "" };
const unread = (error: string): ImportAnswer => ({ ...EMPTY, error });

/** Says what a library would change. */
export const lookAtLibraryAction = operatorAction({
  ...guard,
  input: z.object({
    file: z
      .instanceof(File, { message: "Choose a file." })
      .refine((file) => file.size <= MAX_LIBRARY, "The file is too large for a library."),
  }),
  refused: unread,
  run: async ({ db, viewer }, { file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const shipped = (await openShelf()).shipped.texts;
    const answer = await previewImport(db, viewer, { bytes, shipped });
    if (!answer.ok)
      return { show: { ...EMPTY, error: answer.text, problems: answer.problems ?? [] } };
    const library = new TextDecoder().decode(bytes);
    return { show: { ...EMPTY, changes: answer.changes, library } };
  },
});

export const importLibraryAction = operatorAction({
  ...guard,
  input: z.object({ library: z.string().max(MAX_LIBRARY) }),
  refused: unread,
  run: async ({ db, viewer, now }, { library }) => {
    const bytes = new TextEncoder().encode(library);
    const shipped = (await openShelf()).shipped.texts;
    const answer = await importTemplates(db, viewer, { bytes, shipped, now });
    if (answer.ok) return { go: "/templates?done=imported" };
    return { show: { ...EMPTY, error: answer.text, problems: answer.problems ?? [] } };
  },
});

function typed(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, MAX_TEXT);
  return { text: text("text"), caseId: text("caseId") };
}
