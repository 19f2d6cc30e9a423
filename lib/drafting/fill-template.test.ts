import { expect, test } from "vitest";
import {
  aClassification,
  aLetterComplaint,
  anEvidence,
  OPERATOR,
  RECEIVED_AT,
} from "../testing/a-letter-case.ts";
import type { Template } from "./draft.ts";
import { fillTemplate } from "./fill-template.ts";
import { letterFacts } from "./letter-facts.ts";

const facts = (language = "en") =>
  letterFacts({
    complaint: aLetterComplaint({ refs: [{ value: "O'Brien & Co <7>", span: null }] }),
    classification: aClassification("bruteforce"),
    evidence: anEvidence("port-rejected", { uptime: "unknown" }),
    operator: OPERATOR,
    receivedAt: RECEIVED_AT,
    language,
    subject: "Re: x",
  });

const template = (body: string): Template => ({
  id: "any/test",
  type: "any",
  audience: "isp",
  language: "en",
  verdicts: [],
  needs: [],
  when: [],
  jurisdiction: "any",
  legal: false,
  subject: '{{fact "replySubject"}}',
  body,
  source: "ours",
  licence: "ours",
  reviewed: "2026-11-22",
  bodyLine: 1,
});

const fill = (body: string) => fillTemplate(template(body), facts());

test.each([
  ['{{fact "reference"}}', "O'Brien & Co <7>"],
  ['a {{fact "ticket"}} b', "a [[ticket]] b"],
  ['{{#given "ticket"}}x{{else}}y{{/given}}', "y"],
  ['{{#missing "ticket"}}x{{/missing}}', "x"],
  ['{{#given "ticket" "reference"}}x{{else}}y{{/given}}', "y"],
  ['{{#proven "tenure" "role"}}x{{/proven}}', "x"],
  ['{{#proven "uptime"}}x{{else}}{{#disproven "uptime"}}y{{else}}z{{/disproven}}{{/proven}}', "z"],
  ['{{#disproven "policy"}}x{{/disproven}}', "x"],
  ['{{#verdict "port-allowed" "port-rejected"}}x{{/verdict}}', "x"],
  ['{{#refused "22" "23"}}x{{/refused}}', "x"],
  ['{{#refused "25"}}x{{else}}y{{/refused}}', "y"],
  ['{{#law "us"}}x{{/law}}{{#law "eu"}}y{{/law}}{{#law "de"}}z{{/law}}', "yz"],
  ['{{#when "human"}}x{{/when}}{{#when "exitTraffic"}}y{{/when}}', "x"],
])("%s", (body, expected) => {
  expect(fill(body).text).toBe(`${expected}\n`);
});

test("each gap is named once, in the order of the letter, and only where it shows", () => {
  const body =
    '{{fact "work"}} {{fact "ticket"}} {{fact "work"}} {{#given "ticket"}}{{fact "answer"}}{{/given}}';
  expect(fill(body).gaps).toEqual(["work", "ticket"]);
});

test("a value is never read as a template", () => {
  const found = facts();
  found.values.reference = '{{fact "counsel"}}{{#each this}}x{{/each}}';
  const { text } = fillTemplate(template('{{fact "reference"}}'), found);
  expect(text).toBe('{{fact "counsel"}}{{#each this}}x{{/each}}\n');
});

test("what is not in the language does nothing or is refused, even unchecked", () => {
  for (const body of [
    "{{constructor}}",
    "{{__proto__}}",
    "{{#each values}}x{{/each}}",
    '{{lookup this "constructor"}}',
    "{{#with answers}}{{tenure}}{{/with}}",
    "{{> other}}",
  ]) {
    let text = "";
    try {
      text = fill(body).text;
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    expect(text.trim()).toBe("");
  }
});

test("a syntax tree in place of a text is refused", () => {
  const tree = { type: "Program", body: [] } as unknown as string;
  expect(() => fillTemplate(template(tree), facts())).toThrow(TypeError);
});

test("the largest template that may be read is filled within a second", () => {
  const started = performance.now();
  const { text } = fill('{{#given "relay"}}{{fact "evidence"}} {{/given}}'.repeat(650));
  expect(text.length).toBeLessThanOrEqual(20_000);
  expect(performance.now() - started).toBeLessThan(1000);
});
