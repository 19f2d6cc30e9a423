import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Template } from "./draft.ts";
import { templateKey } from "./own-templates.ts";
import { parseTemplate, type TemplateProblem } from "./parse-template.ts";

const NAME = /^[a-z0-9-]+\.[a-z]{2}\.hbs$/;

/** What is shipped; `texts` holds each usable file whole, by the key of its template. */
export type ShippedTemplates = {
  templates: Template[];
  texts: Map<string, string>;
  problems: TemplateProblem[];
};

/**
 * Reads `<directory>/<type>/<name>.<lang>.hbs`. A template that cannot be used is left out and named in `problems`; the
 * others serve on. Throws only when the directory itself cannot be read.
 */
export async function readTemplates(directory: string): Promise<ShippedTemplates> {
  const folders = await readdir(directory, { withFileTypes: true });
  const files = await Promise.all(
    folders
      .filter((folder) => folder.isDirectory())
      .map(async ({ name }) =>
        (await readdir(join(directory, name)))
          .filter((file) => NAME.test(file))
          .map((file) => `${name}/${file}`),
      ),
  );
  const parsed = await Promise.all(
    files
      .flat()
      .toSorted()
      .map(async (file) => {
        const text = await readFile(join(directory, file), "utf8");
        const result = parseTemplate(file, text);
        return {
          ...result,
          text,
          problems: [...result.problems, ...misnamed(file, result.template)],
        };
      }),
  );
  return {
    templates: parsed.map(({ template }) => template).filter((template) => template !== null),
    texts: new Map(
      parsed.flatMap(({ template, text }) => (template ? [[templateKey(template), text]] : [])),
    ),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

function misnamed(file: string, template: Template | null): TemplateProblem[] {
  if (!template || file === `${template.id}.${template.language}.hbs`) return [];
  const text = `The file says it is ${template.id} in ${template.language}; name it so.`;
  return [{ file, line: 1, column: 1, code: "template-name", text }];
}
