import { expect, test } from "vitest";
import { unflow } from "./flowed-text.ts";
import { decodeHeaderText } from "./header-text.ts";
import { cleanPartName } from "./part-name.ts";
import { quoteDepth, unquote } from "./quoted-text.ts";

test.each([
  [" =?utf-8?B?w6k=?=", "é"],
  ["=?utf-8?B?w6k=?= =?utf-8?B?w6k=?=", "éé"],
  ["=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"],
  ["=?iso-8859-1?Q?=E9_x?= y", "é x y"],
  ["=?utf-8*en?Q?a?=", "a"],
  ["=?x-none?Q?=E9?=", "é"],
  ["=?utf-7?Q?+ADw-?=", "+ADw-"],
  ["=?iso-2022-jp?B?GyRCJCIbKEI=?=", "あ"],
  ["=?utf-8?Q?broken", "=?utf-8?Q?broken"],
  ["caf\xe9", "café"],
  ["\xc3\xa9", "é"],
  ["a\r\n b\tc", "a b c"],
  ["a\0b\x07\x7f", "ab"],
  ["=?utf-8?Q?=E2=80=AEgpj?=", "gpj"],
])("%j is %j", (raw, text) => {
  expect(decodeHeaderText(raw)).toBe(text);
});

test.each([
  ["../../etc/passwd", "passwd"],
  ["..\\..\\win.ini", "win.ini"],
  ["a\r\nX: 1", "a X: 1"],
  ["\u202Egpj.exe", "gpj.exe"],
  [".htaccess", "htaccess"],
  ["..", null],
  ["", null],
  [null, null],
])("the part name %j is shown as %j", (name, shown) => {
  expect(cleanPartName(name)).toBe(shown);
});

test("flowed lines are joined, quotes and signatures kept", () => {
  expect(unflow("one \ntwo\n> q \n> r\n stuffed\n-- \nme", false)).toBe(
    "one two\n> q r\nstuffed\n-- \nme",
  );
  expect(unflow("fooba \nr", true)).toBe("foobar");
});

test("quote marks come off with every offset known", () => {
  const text = "> > a\n>> bc\n> d\ne";
  const plain = unquote(text, 2);
  expect(plain.text).toBe("a\nbc\nd\ne");
  for (const letter of "abcde")
    expect(text[plain.toOriginal(plain.text.indexOf(letter))]).toBe(letter);
  expect([quoteDepth("> > x"), quoteDepth(">>x"), quoteDepth(" > x"), quoteDepth("x > y")]).toEqual(
    [2, 2, 0, 0],
  );
});
