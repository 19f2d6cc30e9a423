import type { Template } from "./draft.ts";
import { parseTemplate, type TemplateProblem } from "./parse-template.ts";

/** What a template is known by: `copyright/isp.en`, as its file is named. */
export function templateKey({ id, language }: Pick<Template, "id" | "language">): string {
  return `${id}.${language}`;
}

/** What serves: the operator's own in the place of the shipped one of the same key, and beside the others. */
export function servingTemplates(
  shipped: readonly Template[],
  own: readonly Template[],
): Template[] {
  const byKey = new Map(shipped.map((template) => [templateKey(template), template]));
  for (const template of own) {
    const key = templateKey(template);
    byKey.set(key, { ...template, own: { insteadOf: byKey.get(key) ?? null } });
  }
  return [...byKey.values()];
}

/** Control characters, marks that turn the direction of a text round, and halves of characters. */
const STRANGE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]|\p{Cs}/u;
const MAX_PROBLEMS = 50;

/**
 * Reads a text an operator wrote or imported. Null with problems, each with line and column, when it cannot serve.
 * `key`: what it must be the template for; null: any.
 */
export function readOwnTemplate(
  key: string | null,
  text: string,
): { template: Template | null; problems: TemplateProblem[] } {
  const file = `${key ?? "template"}.hbs`;
  const strange = strangeCharacter(file, text);
  if (strange) return { template: null, problems: [strange] };
  const { template, problems } = parseTemplate(file, text);
  if (!template) return { template, problems: problems.slice(0, MAX_PROBLEMS) };
  const found = templateKey(template);
  if (key !== null && found !== key) {
    const said = `The front matter says ${found}, but this is the template ${key}.`;
    return {
      template: null,
      problems: [{ file, line: 2, column: 1, code: "template-name", text: said }],
    };
  }
  return { template, problems: [] };
}

function strangeCharacter(file: string, text: string): TemplateProblem | null {
  const at = STRANGE.exec(text);
  if (!at) return null;
  const before = text.slice(0, at.index).split("\n");
  const code = (at[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    code: "template-character",
    text: `The character U+${code} cannot be seen; take it out.`,
  };
}
