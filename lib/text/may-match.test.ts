import { expect, test } from "vitest";
import { mayMatch } from "./may-match.ts";
import { remembered } from "./remembered.ts";

const FILLER = "a letter about nothing at all ".repeat(10);

test.each([
  [/deadline|within \d+ hours/i, "WITHIN 24 HOURS", true],
  [/deadline|within \d+ hours/i, "in a day", false],
  [/^port(?: number)?: \d+/im, "Port number: 22", true],
  [/часовой пояс|time zone/iu, "ЧАСОВОЙ ПОЯС", true],
  [/часовой пояс|time zone/iu, "any other words", false],
  [/часовой пояс/u, "порт", false],
  [/\d+/, "no digits", true],
])("%s in %s: %s", (pattern, words, expected) => {
  const text = `${FILLER}\n${words}`;
  expect(mayMatch(pattern, text)).toBe(expected);
  if (pattern.test(text)) expect(expected).toBe(true);
});

test("short texts are simply read", () => {
  expect(mayMatch(/deadline/, "nothing")).toBe(true);
});

test("texts asked about in turn keep their own answers", () => {
  const texts = ["one", "two", "three", "four", "five", "six"].map((word) => FILLER + word);
  for (const text of [...texts, ...texts])
    expect(mayMatch(/two|five/, text)).toBe(/two|five/.test(text));
});

test("a remembered answer is read once and belongs to its text", () => {
  let reads = 0;
  const length = remembered((text) => {
    reads += 1;
    return text.length;
  });
  expect([length("abc"), length("abc"), length(""), length("abc")]).toEqual([3, 3, 0, 3]);
  expect(reads).toBe(3);
});
