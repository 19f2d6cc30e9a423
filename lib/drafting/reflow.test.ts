import { expect, test } from "vitest";
import { reflow } from "./reflow.ts";

test("paragraphs are joined and broken at 72 columns, empty ones go", () => {
  const text = reflow("one\ntwo  three\n\n\n  \n\nfour\n");
  expect(text).toBe("one two three\n\nfour\n");
  expect(
    Math.max(
      ...reflow("word ".repeat(100))
        .split("\n")
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(72);
});

test("tables and quotes stand, list items hang, a list follows its heading", () => {
  expect(reflow("Look:\n\n    a   b\n    c   d\n> quoted\n")).toBe(
    "Look:\n\n    a   b\n    c   d\n> quoted\n",
  );
  expect(reflow(`- ${"word ".repeat(20)}\n  end\n- two\n`)).toBe(
    `- ${"word ".repeat(14).trim()}\n  ${"word ".repeat(6)}end\n- two\n`,
  );
});

test("the signature is kept line by line", () => {
  expect(reflow("Text\n\n-- \nIda\nRelays\n")).toBe("Text\n\n-- \nIda\nRelays\n");
  expect(reflow("Text\n-- \n")).toBe("Text\n");
});

test("a word longer than a line is not broken", () => {
  const link = `https://metrics.torproject.org/${"x".repeat(100)}`;
  expect(reflow(`See ${link} now`)).toBe(`See\n${link}\nnow\n`);
});
