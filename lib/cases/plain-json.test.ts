import { expect, test } from "vitest";
import { plainJson } from "./plain-json.ts";

test("what a database may refuse is replaced, character for character", () => {
  const value = { text: "a\0b\ud800c", list: ["\udfff", 1, null], kept: "\\u0000 \u{1f600} \n" };
  expect(plainJson(value)).toEqual({
    text: "a\uFFFDb\uFFFDc",
    list: ["\uFFFD", 1, null],
    kept: "\\u0000 \u{1f600} \n",
  });
});
