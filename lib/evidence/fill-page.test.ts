import { expect, test } from "vitest";
import { fillPage } from "./fill-page.ts";

const facts = (holds: string[], values: Record<string, string> = {}) => ({
  holds: new Set(holds),
  values,
});
const PAGE = "head\n\n{{?a}}first\nof a\n{{?b}}of b\n\n{{?b}}all of b\n\ntail {{name}}\n";

test.each([
  [["a", "b"], "head\n\nfirst\nof a\nof b\n\nall of b\n\ntail x\n"],
  [["a"], "head\n\nfirst\nof a\n\ntail x\n"],
  [["b"], "head\n\nof b\n\nall of b\n\ntail x\n"],
  [[], "head\n\ntail x\n"],
])("with %j only what holds is said, without empty paragraphs", (holds, text) => {
  expect(fillPage(PAGE, facts(holds, { name: "x" }))).toBe(text);
});

test("a value nobody gives stays visible, and a value is never read as a page", () => {
  expect(fillPage("{{name}} {{other}}", facts([], { name: "{{?a}}{{other}}" }))).toBe(
    "{{?a}}{{other}} [[other]]",
  );
});

test("a long value is wrapped between words; a long word stays whole", () => {
  const value = `${"word ".repeat(50)}${"x".repeat(200)}`;
  const lines = fillPage("{{value}}", facts([], { value })).split("\n");
  expect(lines.join(" ")).toBe(value);
  expect(lines.slice(0, 2).every((line) => line.length <= 98)).toBe(true);
});
