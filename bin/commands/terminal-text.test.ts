import { expect, test } from "vitest";
import { terminalJson, terminalText } from "./terminal-text.ts";

test.each([
  ["a title is set", "\u001b]0;owned\u0007a.eml", "?]0;owned?a.eml"],
  ["a line is written over", "bad.eml\rgood.eml", "bad.eml?good.eml"],
  ["eight-bit sequences", "\u009b2Ja", "?2Ja"],
  ["direction", "a\u202egpj.eml", "a?gpj.eml"],
  ["letters of every language, tabs and line ends", "Grüße\tשלום\n", "Grüße\tשלום\n"],
])("%s", (_what, text, shown) => {
  expect(terminalText(text)).toBe(shown);
});

test("JSON is the same value and holds nothing a terminal obeys", () => {
  const value = { subject: 'a\u001b[2J\u009b2J\u007f\u202e"\\u009b\n' };
  const line = terminalJson(value);
  expect(JSON.parse(line)).toEqual(value);
  expect(line).toMatch(/^[ -~]+$/);
});
