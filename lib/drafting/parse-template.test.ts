import { expect, test } from "vitest";
import { parseTemplate } from "./parse-template.ts";

const MATTER = `---
id: any/test
type: any
audience: isp
language: en
verdicts: []
jurisdiction: any
legal: false
subject: '{{fact "replySubject"}}'
source: ours
licence: ours
reviewed: "2026-11-22"
---
`;

const problemsOf = (text: string) =>
  parseTemplate("any/test.en.hbs", text).problems.map(
    ({ line, column, text: said }) => `${line}:${column} ${said}`,
  );

test("a good file gives its fields, its body and where the body starts", () => {
  const { template, problems } = parseTemplate(
    "any/test.en.hbs",
    `${MATTER}Hello {{fact "ticket"}}\n`,
  );
  expect(problems).toEqual([]);
  expect(template).toMatchObject({
    id: "any/test",
    verdicts: [],
    needs: [],
    when: [],
    legal: false,
    bodyLine: 14,
    body: 'Hello {{fact "ticket"}}\n',
  });
});

test.each([
  ["no front matter", "Hello", "1:1 Start the file with front matter"],
  ["front matter without an end", "---\nid: x\n", "1:1 Start the file with front matter"],
  ["not YAML", "---\nid: [a\ntype: any\n---\n", "3:1 Flow sequence in block collection must be"],
  ["a wrong value", MATTER.replace("audience: isp", "audience: boss"), "4:1 audience must be isp"],
  ["a missing field", MATTER.replace("legal: false\n", ""), "2:1 legal must be true or false."],
  [
    "an unknown field",
    MATTER.replace("legal:", "colour: red\nlegal:"),
    "8:1 Nothing is called colour",
  ],
  ["an unknown verdict", MATTER.replace("verdicts: []", "verdicts: [maybe]"), "6:1 verdicts must"],
  [
    "an unknown fact",
    `${MATTER}Hello\n  {{fact "shoeSize"}}`,
    '15:10 fact does not know "shoeSize"',
  ],
  ["an unclosed guard", `${MATTER}{{#given "ticket"}}x`, "14:"],
  ["a guard closed by another", `${MATTER}\n{{#given "ticket"}}x{{/proven}}`, "15:"],
  [
    "a helper that does not exist",
    `${MATTER}{{#each events}}x{{/each}}`,
    "14:1 Nothing is called each here",
  ],
  ["a plain value", `${MATTER}{{signature}}`, "14:1 Nothing is called signature here"],
  ["a block used as a value", `${MATTER}{{given "ticket"}}`, "14:1 Nothing is called given here"],
  [
    "a value used as a block",
    `${MATTER}{{#fact "ticket"}}x{{/fact}}`,
    "14:1 Nothing is called fact here",
  ],
  ["a partial", `${MATTER}{{> other}}`, "14:1 Partials"],
  ["a decorator", `${MATTER}{{* other}}`, "14:1 Partials"],
  ["a computed name", `${MATTER}{{fact (lookup this "a")}}`, "14:8 fact does not know this"],
  ["a path", `${MATTER}{{fact constructor}}`, "14:8 fact does not know this"],
  ["the prototype", `${MATTER}{{fact "constructor"}}`, '14:8 fact does not know "constructor"'],
  ["too many names", `${MATTER}{{fact "ticket" "relay"}}`, "14:1 fact takes 1 to 1 names"],
  ["named arguments", `${MATTER}{{fact "ticket" or="x"}}`, "14:1 fact takes 1 to 1 names"],
  [
    "a subject outside the language",
    MATTER.replace(/'.*'/, "'{{ticket}}'"),
    "9:1 Nothing is called ticket",
  ],
])("%s: a line, a column and a remedy", (_, text, expected) => {
  expect(problemsOf(text).join("\n")).toContain(expected);
  expect(parseTemplate("any/test.en.hbs", text).template).toBeNull();
});

test("size and depth are bounded, and bounding is quick", () => {
  const started = performance.now();
  expect(problemsOf(MATTER + "x".repeat(40_000))[0]).toContain("32000 characters");
  const deep = `${'{{#given "ticket"}}'.repeat(50)}x${"{{/given}}".repeat(50)}`;
  expect(problemsOf(MATTER + deep)[0]).toContain("nested too deep");
  const wide = '{{fact "ticket"}}'.repeat(1800);
  expect(problemsOf(MATTER + wide)).toEqual([]);
  expect(problemsOf(`${MATTER}${"{{fact 'a'}}".repeat(2100)}`).length).toBeGreaterThan(0);
  expect(problemsOf(MATTER + "{{".repeat(10_000)).length).toBeGreaterThan(0);
  expect(problemsOf(`---\nid: ${":[{".repeat(9000)}\n---\nx`)[0]).toContain("4000 characters");
  expect(performance.now() - started).toBeLessThan(2000);
});

test("aliases that blow up in YAML are refused", () => {
  const bomb = `---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n---\nx`;
  expect(parseTemplate("x", bomb).template).toBeNull();
});

test.each([
  ["subject: '{{fact \"replySubject\"}}'", "subject: {toString: 1}", "subject must be one line."],
  ["audience: isp", "audience: {toString: 1}", "audience must be isp"],
  ["verdicts: []", "verdicts: [{toString: 1}]", "verdicts must be a list"],
  ["licence: ours", "licence: ours\n__proto__: {legal: true}", "Nothing is called __proto__ here."],
  ["licence: ours", "licence: &a ours\nneeds: [*a]", "Write no YAML aliases."],
  ["verdicts: []", `verdicts: ${"[".repeat(1800)}${"]".repeat(1800)}`, ""],
])("%s written as %.40s is a problem with its place, not a fault", (good, hostile, said) => {
  const found = problemsOf(`${MATTER.replace(good, hostile)}Hello\n`);
  expect(found.join("\n")).toContain(said);
  expect(found.length).toBeGreaterThan(0);
});
