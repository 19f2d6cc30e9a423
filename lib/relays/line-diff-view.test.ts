import { expect, test } from "vitest";
import { lineDiff } from "./line-diff-view.ts";

const SIGNS = { added: "+", removed: "-", same: " " };
function diff(before: string, after: string): string {
  const lines = lineDiff(before.split(""), after.split(""));
  return lines.map(({ change, text }) => SIGNS[change] + text).join("");
}

test.each([
  ["", "", ""],
  ["ab", "ab", " a b"],
  ["", "a", "+a"],
  ["a", "", "-a"],
  ["abc", "axc", " a-b+x c"],
  ["abc", "ac", " a-b c"],
  ["ac", "abc", " a+b c"],
  ["aaa", "aa", " a a-a"],
  ["ab", "ba", "-a b+a"],
])("%s -> %s", (before, after, wanted) => {
  expect(diff(before, after)).toBe(wanted);
});

test("what is kept and put in makes the new text, what is kept and taken away the old, for any two", () => {
  let seed = 7;
  const next = (most: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % most;
  };
  const text = () => Array.from({ length: next(30) }, () => String(next(4)));
  for (let run = 0; run < 200; run += 1) {
    const [before, after] = [text(), text()];
    const lines = lineDiff(before, after);
    const without = (change: string) =>
      lines.filter((line) => line.change !== change).map((line) => line.text);
    expect(without("added")).toEqual(before);
    expect(without("removed")).toEqual(after);
  }
});

test("two huge policies with nothing in common take no time", () => {
  const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`);
  const started = performance.now();
  const lines = lineDiff(many("accept"), many("reject"));
  expect(performance.now() - started).toBeLessThan(1000);
  expect(lines).toHaveLength(40_000);
});
