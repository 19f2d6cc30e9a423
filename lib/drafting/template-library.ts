import { readOwnTemplate, templateKey } from "./own-templates.ts";
import type { TemplateProblem } from "./parse-template.ts";

/** One file of a library, named by the key of its template. */
export type LibraryFile = { key: string; text: string };

export const MAX_LIBRARY = 4_000_000;
/** Own templates at one desk. */
export const MAX_OWN = 200;
const FORMAT = "exitdesk-templates-1";

/** All own templates as one file that another desk can import. */
export function writeLibrary(files: readonly LibraryFile[]): string {
  const templates = files.map(({ key, text }) => ({ key, text }));
  return `${JSON.stringify({ format: FORMAT, templates }, null, 1)}\n`;
}

export type ReadLibrary =
  | { ok: true; files: LibraryFile[] }
  | { ok: false; error: string; problems: TemplateProblem[] };

/**
 * Reads what `writeLibrary` wrote, or what somebody made look like it. All or nothing: one template that cannot serve
 * refuses the library, and each such template is named with line and column. Never throws.
 */
export function readLibrary(bytes: Uint8Array): ReadLibrary {
  const refused = (error: string, problems: TemplateProblem[] = []) =>
    ({ ok: false, error, problems }) as const;
  if (bytes.length > MAX_LIBRARY)
    return refused(`A library may have ${MAX_LIBRARY / 1_000_000} MB; this is larger.`);
  const entries = entriesOf(bytes);
  if (entries === null)
    return refused("This is no library of templates. Choose a file that a desk exported.");
  if (entries.length === 0) return refused("The library is empty.");
  if (entries.length > MAX_OWN)
    return refused(`A library may have ${MAX_OWN} templates; this has ${entries.length}.`);
  const read = entries.map(({ key, text }, index) => ({
    ...readOwnTemplate(null, text),
    key,
    text,
    name: nameOf(key, index),
  }));
  const problems = read.flatMap((one) => [
    ...one.problems.map((problem) => ({ ...problem, file: one.name })),
    ...misnamed(one.name, one.key, one.template && templateKey(one.template)),
  ]);
  if (problems.length > 0)
    return refused("Nothing was imported: a template in it cannot be used.", problems.slice(0, 50));
  if (new Set(read.map(({ key }) => key)).size < read.length)
    return refused("The library holds the same template twice.");
  return { ok: true, files: read.map(({ key, text }) => ({ key, text })) };
}

/** Null unless it is exactly the shape that is written: nothing of another shape is looked into. */
function entriesOf(bytes: Uint8Array): LibraryFile[] | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const outer = fieldsOf(value, ["format", "templates"]);
  if (outer?.["format"] !== FORMAT || !Array.isArray(outer["templates"])) return null;
  if (outer["templates"].length > MAX_OWN * 10) return null;
  const entries = outer["templates"].map((entry: unknown) => {
    const { key, text } = fieldsOf(entry, ["key", "text"]) ?? {};
    return typeof key === "string" && typeof text === "string"
      ? { key, text: text.replace(/\r\n?/g, "\n") }
      : null;
  });
  return entries.includes(null) ? null : entries.filter((entry) => entry !== null);
}

function fieldsOf(value: unknown, names: readonly string[]): Record<string, unknown> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const keys = Object.keys(value);
  const exact = keys.length === names.length && names.every((name) => Object.hasOwn(value, name));
  return exact ? (value as Record<string, unknown>) : null;
}

/** The name as given may be anything; the place in the file is true. */
function nameOf(key: string, index: number): string {
  return /^[a-z_]+\/[a-z0-9-]+\.[a-z]{2}$/.test(key) && key.length < 100
    ? key
    : `template ${index + 1} of the file`;
}

function misnamed(file: string, key: string, found: string | null): TemplateProblem[] {
  if (found === null || found === key) return [];
  const text = `The front matter says ${found}, but the library calls it otherwise.`;
  return [{ file, line: 2, column: 1, code: "template-name", text }];
}
