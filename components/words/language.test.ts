import { expect, test } from "vitest";
import { preferredLanguage } from "./language.ts";

test.each([
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr-FR, fr;q=0.9, en;q=0.5, de;q=0.4", "en"],
  ["en;q=0.3,de;q=0.7", "de"],
  ["DE-de", "de"],
  ["de;q=0, en;q=0.1", "en"],
  ["en, de", "en"],
  ["nl, fr", null],
  ["*", null],
  ["", null],
  [null, null],
  ["de;q=abc", null],
  [`${"x,".repeat(400)}de`, null],
])("%s asks for %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
