import { expect, test } from "vitest";
import { CONCEPT_RULES, CONCEPT_TABLES } from "./concept-rules.ts";
import { findConcepts, indexConcepts } from "./find-concepts.ts";
import { weighConcepts } from "./weigh-concepts.ts";

const NAMES = CONCEPT_TABLES.flatMap((table) => Object.keys(table));

test("every rule names concepts there are, and no concept is named twice", () => {
  const asked = CONCEPT_RULES.flatMap((rule) => rule.all).flatMap((group) => group.split("|"));
  expect(asked.filter((name) => !NAMES.includes(name))).toEqual([]);
  expect(new Set(NAMES).size).toBe(NAMES.length);
});

test("no word of a family is empty or a single letter, which every text has", () => {
  const words = CONCEPT_TABLES.flatMap((table) => Object.values(table)).flatMap((all) =>
    all.split(","),
  );
  expect(
    words.filter((word) => word.trim().replace("=", "").length < 2 && word.trim() !== "#"),
  ).toEqual([]);
});

test.each([
  ["Inflected words", "Drohungen", "droh", "t"],
  ["words without their accents", "hameçonnage", "hamecon", "t"],
  ["accents without words for them", "hamecon", "hameçon", "t"],
  ["words behind an elision", "l'enfant", "enfant", "t"],
  ["words in a compound", "eleven-year-old", "year-old", "t"],
  ["phrases", "he went to the police", "to the police", "t"],
  ["Cyrillic", "детей", "детей", "t"],
])("%s are found", (_what, text, words, name) => {
  expect([...findConcepts(text, indexConcepts([{ [name]: words }])).keys()]).toEqual([name]);
});

test.each([
  ["a whole word inside another", "bombard", "=bomb"],
  ["a beginning in the middle of a word", "software", "ware"],
])("%s is not found", (_what, text, words) => {
  expect(findConcepts(text, indexConcepts([{ t: words }])).size).toBe(0);
});

test("words far apart do not make a meaning; close together they do, and are named", () => {
  const far = `children ${"and so on ".repeat(20)} nude`;
  expect(weighConcepts(far).hits.map(({ type }) => type)).not.toContain("csam");
  const csam = weighConcepts("nude children").hits.find(({ type }) => type === "csam");
  expect(csam?.reason).toContain('"children", "nude"');
});

test("a page of words costs no more than a page, however long the text", () => {
  const began = performance.now();
  weighConcepts("police bomb login forum child ".repeat(100_000));
  expect(performance.now() - began).toBeLessThan(500);
});
