import fc from "fast-check";
import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import { COMPLAINT_TYPES } from "./classification.ts";
import { ALL_RULES } from "./rules/all-rules.ts";

test("any text gives a known type, a confidence between 0 and 1 and a reason", () => {
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "abuse",
      "police",
      "> ",
      "\r\n",
      "Received: ",
      "192.0.2.7",
      "spam",
      "re: ",
      "Type: ",
    ),
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (subject, body) => {
      const found = classified({ subject, body });
      expect(COMPLAINT_TYPES).toContain(found.type);
      expect(found.confidence).toBeGreaterThan(0);
      expect(found.confidence).toBeLessThanOrEqual(1);
      expect(found.reasons.length).toBeGreaterThan(0);
      for (const reason of found.reasons) expect(reason).toMatch(/^[A-Z].*\.$/s);
    }),
    { numRuns: 150 },
  );
});

// Texts made to make a pattern try every way to split them.
test.each([
  ["blanks", " ".repeat(200_000)],
  ["one long word", "a".repeat(200_000)],
  ["short words", "a ".repeat(100_000)],
  ["digits and dots", "1.".repeat(100_000)],
  ["colons", "a:".repeat(100_000)],
  ["open brackets", "[".repeat(100_000)],
  ["tags that never end", "<p ".repeat(60_000)],
  ["quote marks", ">".repeat(100_000)],
  ["empty lines", "\n".repeat(200_000)],
  ["beginnings of labels", "type: type: ".repeat(20_000)],
  ["beginnings of thanks", "we have received a ".repeat(10_000)],
  ["beginnings of orders", "pursuant to the ".repeat(10_000)],
  ["beginnings of requests", "provide the full ".repeat(10_000)],
  ["beginnings of logs", 'get /" get /'.repeat(20_000)],
])("%s are read in no time", (_name, text) => {
  const before = performance.now();
  classified({ subject: text, body: text, parts: [{ contentType: text.slice(0, 1_000), text }] });
  expect(performance.now() - before).toBeLessThan(1_500);
});

test("every rule says why, in a sentence without its stop", () => {
  for (const rule of ALL_RULES) expect(rule.reason).toMatch(/^[A-Z].{8,}[^.]$/);
});

test("no rule keeps state between mails", () => {
  for (const rule of ALL_RULES) expect(rule.pattern.flags).not.toMatch(/[gy]/);
});

test("all text is prepared in lower case, so no pattern waits for capitals", () => {
  const withCapitals = ALL_RULES.filter((rule) =>
    /[A-Z]/.test(rule.pattern.source.replace(/\\[a-zA-Z]/g, "")),
  );
  expect(withCapitals).toEqual([]);
});
