import { expect, test } from "vitest";
import { differences, piecesOf } from "./wording.ts";

const letter = (fact: string, rest = "") =>
  `Hello,\n\nthank you for your report about ${fact}. It is a Tor exit.\n${rest}\n\nIda`;
const LINE = "    2026-03-01 10:00:00 UTC  192.0.2.7 -> 203.0.113.5 22/tcp";

test.each([
  ["the same letter", letter("192.0.2.7"), letter("192.0.2.7"), []],
  ["another address", letter("192.0.2.7"), letter("2001:db8::9"), [7]],
  ["a host's name", letter("gate.shop.example"), letter("mail.shop.example"), [7]],
  [
    "another line break",
    letter("192.0.2.7"),
    letter("192.0.2.7").replace("for your", "for\nyour"),
    [],
  ],
  ["another number of fact lines", letter("1", LINE), letter("1", `${LINE}\n${LINE}`), [13]],
  ["a plain word less", letter("192.0.2.7"), letter("192.0.2.7").replace("a Tor", "Tor"), null],
  ["a plain word else", letter("1"), letter("1").replace("is a Tor", "was a Tor"), null],
  ["a word where a fact stood", letter("192.0.2.7"), letter("us"), null],
  ["a sentence more", letter("1"), letter("1", "We blocked it."), null],
  ["no facts at all", letter("1", LINE), letter("1"), null],
])("%s", (_, one, other, places) => {
  expect(differences(piecesOf(one), piecesOf(other))).toEqual(places);
});

test("pieces point into the text they were taken from", () => {
  const text = letter("192.0.2.7", `${LINE}\n${LINE}`);
  for (const piece of piecesOf(text)) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
  expect(piecesOf("").length).toBe(0);
});

test("a letter of any size is compared within its limit", () => {
  expect(piecesOf("a ".repeat(400_000)).length).toBe(50_000);
});
