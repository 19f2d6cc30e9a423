import { type Document, isMap, LineCounter, parseDocument } from "yaml";
import { COMPLAINT_TYPES } from "../classify/classification.ts";
import { checkBody } from "./check-body.ts";
import type { Audience, Template } from "./draft.ts";
import { CONDITIONS } from "./letter-conditions.ts";
import { FINDING_KINDS, VERDICTS } from "./letter-language.ts";

/** What is wrong with a template, where, and how to mend it. Lines and columns count from 1. */
export type TemplateProblem = {
  code: string;
  text: string;
  file: string;
  line: number;
  column: number;
};
export type ParsedTemplate = { template: Template | null; problems: TemplateProblem[] };

const MAX_CHARACTERS = 32_000;
const MAX_MATTER = 4_000;
const FENCE = /^---[ \t]*$/;
const AUDIENCES: Record<Audience, true> = {
  isp: true,
  complainant: true,
  authority: true,
  list: true,
};

/** Each front-matter field: what it must look like, and whether it may be left out. */
const FIELDS: Record<string, { allows: (value: unknown) => boolean; must: string; may?: true }> = {
  id: { allows: matches(/^[a-z_]+\/[a-z0-9-]+$/), must: "look like copyright/isp" },
  type: {
    allows: (value) => value === "any" || COMPLAINT_TYPES.some((type) => type === value),
    must: "be a complaint type or any",
  },
  audience: {
    allows: (value) => typeof value === "string" && Object.hasOwn(AUDIENCES, value),
    must: "be isp, complainant, authority or list",
  },
  language: { allows: matches(/^[a-z]{2}$/), must: "be two letters, such as en" },
  verdicts: { allows: listOf(VERDICTS), must: "be a list of verdicts; [] for any" },
  needs: { allows: listOf(FINDING_KINDS), must: "be a list of findings", may: true },
  when: { allows: listOf(Object.keys(CONDITIONS)), must: "be a list of conditions", may: true },
  jurisdiction: { allows: matches(/^(any|[a-z]{2})$/), must: "be any or two letters, such as us" },
  legal: { allows: (value) => typeof value === "boolean", must: "be true or false" },
  subject: { allows: matches(/^[^\r\n]{1,200}$/), must: "be one line" },
  source: { allows: matches(/\S/), must: "say where the idea comes from" },
  licence: { allows: matches(/\S/), must: "name the licence of the wording" },
  reviewed: { allows: matches(/^\d{4}-\d{2}-\d{2}$/), must: "be a day, such as 2026-11-22" },
};

/** Reads one template file. Never throws: a file that cannot be used gives null and says why. */
export function parseTemplate(file: string, text: string): ParsedTemplate {
  const fail = (line: number, column: number, code: string, message: string) => ({
    template: null,
    problems: [{ file, line, column, code, text: message }],
  });
  if (text.length > MAX_CHARACTERS)
    return fail(1, 1, "template-too-long", `A template may have ${MAX_CHARACTERS} characters.`);
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (!FENCE.test(lines[0] ?? "") || end < 0)
    return fail(1, 1, "front-matter", "Start the file with front matter between two --- lines.");
  const yaml = lines.slice(1, end).join("\n");
  if (yaml.length > MAX_MATTER)
    return fail(2, 1, "front-matter", `Front matter may have ${MAX_MATTER} characters.`);

  const matter = readMatter(file, yaml);
  const bodyLine = end + 2;
  const body = lines.slice(end + 1).join("\n");
  const given = matter.values["subject"];
  const subject = typeof given === "string" ? given : "";
  const problems = [
    ...matter.problems,
    ...checkBody(body).map((at) => ({ ...at, file, line: at.line + end + 1 })),
    ...checkBody(subject).map((at) => ({ ...at, file, line: matter.lineOf("subject") })),
  ];
  if (problems.length > 0) return { template: null, problems };
  const fields = { needs: [], when: [], ...matter.values, body, bodyLine };
  return { template: fields as unknown as Template, problems };
}

function readMatter(file: string, yaml: string) {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, schema: "core" });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + 1, column: Math.max(col, 1) };
  };
  const problems: TemplateProblem[] = document.errors.map((error) => ({
    ...at(error.pos[0]),
    code: "front-matter",
    text: error.message.split(" at line ")[0] ?? "",
  }));
  const map = document.contents;
  const offsets = new Map<string, number>();
  if (isMap(map))
    for (const { key } of map.items) {
      const node = key as { value?: unknown; range?: [number, number, number] | null };
      offsets.set(String(node.value), node.range?.[0] ?? 0);
    }
  const read = problems.length > 0 ? {} : plainData(document);
  if (read === null)
    problems.push({
      file,
      line: 2,
      column: 1,
      code: "front-matter",
      text: "Write no YAML aliases.",
    });
  const values = (isMap(map) ? (read ?? {}) : {}) as Record<string, unknown>;
  if (problems.length === 0)
    problems.push(...fieldProblems(values, (key) => at(offsets.get(key) ?? 0)));
  return { values, problems, lineOf: (key: string) => at(offsets.get(key) ?? 0).line };
}

/** Null when the document uses aliases, which could make a small file enormous. */
function plainData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}

function fieldProblems(
  values: Record<string, unknown>,
  at: (key: string) => { file: string; line: number; column: number },
): TemplateProblem[] {
  const wrong = Object.entries(FIELDS)
    .filter(([key, { allows, may }]) => !(may && values[key] === undefined) && !allows(values[key]))
    .map(([key, { must }]) => ({
      ...at(key),
      code: "front-matter",
      text: `${key} must ${must}.`,
    }));
  const unknown = Object.keys(values)
    .filter((key) => !Object.hasOwn(FIELDS, key))
    .map((key) => ({ ...at(key), code: "front-matter", text: `Nothing is called ${key} here.` }));
  return [...wrong, ...unknown];
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === "string" && pattern.test(value);
}

function listOf(names: readonly string[]): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every((name) => names.includes(name));
}
