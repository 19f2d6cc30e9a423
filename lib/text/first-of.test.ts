import { expect, test } from "vitest";
import { firstOf, type Search } from "./first-of.ts";

const searchFor =
  (pattern: RegExp): Search =>
  (text, from) => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };

test.each([
  ["a1 b2", ["a", "1", "b", "2"]],
  ["12ab", ["12", "ab"]],
  ["", []],
  ["...", []],
])("letters and numbers of %j come in the order of the text", (text, expected) => {
  const next = firstOf([searchFor(/[a-z]+/g), searchFor(/\d+/g)], text);
  const found: string[] = [];
  for (let match = next(0); match; match = next(match.index + match[0].length))
    found.push(match[0]);
  expect(found).toEqual(expected);
});

test("of two matches at one place the first search's is given, and none from inside another", () => {
  const next = firstOf([searchFor(/ab/g), searchFor(/abc|c/g)], "abcab");
  expect(next(0)?.[0]).toBe("ab");
  expect(next(2)?.[0]).toBe("c");
  expect(next(3)?.[0]).toBe("ab");
  expect(next(5)).toBeNull();
});
