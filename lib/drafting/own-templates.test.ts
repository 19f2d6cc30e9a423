import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  aClassification,
  aLetterComplaint,
  anEvidence,
  OPERATOR,
  RECEIVED_AT,
} from "../testing/a-letter-case.ts";
import { draftReplies } from "./draft-replies.ts";
import { readTemplates } from "./files.ts";
import { readOwnTemplate, servingTemplates } from "./own-templates.ts";
import { previewLetter } from "./preview-letter.ts";
import { readLibrary, writeLibrary } from "./template-library.ts";

const KEY = "bruteforce/complainant.en";
const SHIPPED = readFileSync("templates/bruteforce/complainant.en.hbs", "utf8");
const withBody = (body: string) => `${SHIPPED.split("\n---\n")[0]}\n---\n${body}\n`;
const letter = {
  audience: "complainant",
  complaint: aLetterComplaint(),
  classification: aClassification("bruteforce"),
  evidence: anEvidence("port-allowed"),
  operator: OPERATOR,
  receivedAt: RECEIVED_AT,
} as const;
const UNTRUE = "The exit policy then refused the port.";

test.each([
  ["a loop", "{{#each x}}a{{/each}}"],
  ["a look-up", '{{lookup this "constructor"}}'],
  ["a prototype name", '{{fact "__proto__"}}'],
  ["a path", "{{constructor.constructor}}"],
  ["raw output", '{{{fact "address"}}}{{> x}}'],
  ["a decorator", '{{* inline "x"}}'],
  ["an unclosed guard", '{{#given "address"}}a'],
  ["guards nested deep", '{{#given "address"}}'.repeat(3000)],
  ["a turned direction", "a\u202eb"],
  ["half a character", "a\ud800b"],
  ["a zero byte", "a\u0000b"],
  ["a huge text", "{{".repeat(2_000_000)],
])("%s is refused with line and column, at once", (_, body) => {
  const started = performance.now();
  const { template, problems } = readOwnTemplate(KEY, withBody(body));
  expect(performance.now() - started).toBeLessThan(1000);
  expect(template).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(50);
  for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
});

test("a template for another key is refused", () => {
  expect(readOwnTemplate("copyright/isp.en", SHIPPED).problems[0]?.code).toBe("template-name");
});

test("a preview names the sentence that is not proven", () => {
  const { template } = readOwnTemplate(KEY, withBody(`Hello.\n\n${UNTRUE} Goodbye.`));
  if (!template) throw new Error("not read");
  const [problem] = previewLetter(template, letter).problems;
  expect(problem).toMatchObject({ refuses: true, sentence: UNTRUE });
});

test("an own template serves, and the shipped one where it would claim what is unproven", async () => {
  const shipped = (await readTemplates("templates")).templates;
  const drafted = (body: string) => {
    const { template } = readOwnTemplate(KEY, withBody(body));
    const templates = servingTemplates(shipped, template ? [template] : []);
    return draftReplies({ ...letter, route: "complainant", templates })[0]?.text ?? "";
  };
  expect(drafted("Kind greetings from us.")).toContain("Kind greetings from us.");
  const untrue = drafted(UNTRUE);
  expect(untrue).not.toContain(UNTRUE);
  expect(untrue.length).toBeGreaterThan(100);
});

test("a library comes back as it was written", () => {
  const bytes = Buffer.from(writeLibrary([{ key: KEY, text: SHIPPED }]));
  expect(readLibrary(bytes)).toEqual({ ok: true, files: [{ key: KEY, text: SHIPPED }] });
});

const library = (templates: unknown) =>
  Buffer.from(JSON.stringify({ format: "exitdesk-templates-1", templates }));
test.each([
  ["no JSON", Buffer.from("{")],
  ["bad UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ["nested deep", Buffer.from("[".repeat(1_000_000))],
  ["too large", Buffer.alloc(5_000_000, 32)],
  ["a prototype name", Buffer.from('{"__proto__":{},"format":"exitdesk-templates-1"}')],
  ["other fields", library([{ key: KEY, text: SHIPPED, constructor: 1 }])],
  ["too many", library(Array.from({ length: 201 }, () => ({ key: KEY, text: "" })))],
  ["twice the same", library(Array.from({ length: 2 }, () => ({ key: KEY, text: SHIPPED })))],
  ["another name", library([{ key: "../../etc/passwd", text: SHIPPED }])],
  ["nothing", library([])],
])("a library that is %s is refused in one sentence", (_, bytes) => {
  const read = readLibrary(bytes);
  if (read.ok) throw new Error("it was read");
  expect(read.error).toMatch(/^[^\n]{10,100}$/);
});

test("a bad template in a library is named with its line, and nothing is read", () => {
  const read = readLibrary(library([{ key: KEY, text: withBody("a\n{{#each x}}{{/each}}") }]));
  const line = SHIPPED.split("\n---\n")[0]?.split("\n").length ?? 0;
  expect(read).toMatchObject({ ok: false, problems: [{ file: KEY, line: line + 3, column: 1 }] });
});
