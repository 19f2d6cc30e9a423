import fc from "fast-check";
import { expect, test } from "vitest";
import {
  INK,
  inkOut,
  inkOutAll,
  inkOutOthers,
  mentions,
  type Person,
  readPerson,
} from "./person.ts";

const person = (typed: string, ...words: string[]): Person => {
  const read = readPerson(typed, words);
  if (read === null) throw new Error(typed);
  return read;
};
const hits = (text: string, who: Person) =>
  mentions(text, who).map(([start, end]) => text.slice(start, end));

test.each([
  ["nora@shop.example", "From Nora@Shop.Example, to xnora@shop.example", ["Nora@Shop.Example"]],
  [
    "nora@shop.example",
    "<nora@shop.example>; nora@shop.example.org",
    ["nora@shop.example", "nora@shop.example"],
  ],
  ["nora@shop.example", "nora@shop.example-two", []],
  [
    "203.0.113.9",
    "203.0.113.9 203.0.113.90 1203.0.113.9 203[.]0[.]113[.]9",
    ["203.0.113.9", "203[.]0[.]113[.]9"],
  ],
  ["203.0.113.9", "203.0.113.9:22, [203.0.113.9]", ["203.0.113.9", "203.0.113.9"]],
  [
    "2001:DB8::9",
    "2001:db8:0:0::9 and 2001:db8::90, from 2001:db8::9.",
    ["2001:db8:0:0::9", "2001:db8::9"],
  ],
])("%s is found in %s", (typed, text, expected) => {
  expect(hits(text, person(typed))).toEqual(expected);
});

test("an address with more behind the dot is somebody else's", () => {
  // shop.example.org is another domain: what looks like ours at its beginning is inked out all the same, rather once too often.
  expect(hits("nora@shop.example.org", person("nora@shop.example"))).toHaveLength(1);
});

test("a name is found as a whole word, in any case and script", () => {
  const who = person("nora@shop.example", "Nora Müller", "Ольга");
  expect(hits("NORA MÜLLER wrote; ОЛЬГА too; Nora Müllers did not", who)).toEqual([
    "NORA MÜLLER",
    "ОЛЬГА",
  ]);
});

test.each(["", "nora", "a b@shop.example", "203.0.113.0/24", "203.0.113.300", "@", "x@"])(
  "%j is nobody",
  (typed) => expect(readPerson(typed)).toBeNull(),
);
test("a word too short would ink out half of every text", () => {
  expect(readPerson("nora@shop.example", ["Li"])).toBeNull();
  expect(readPerson("nora@shop.example", ["  "])?.words).toEqual([]);
});

test("inked texts keep their length, and nothing of the person is left in them", () => {
  const who = person("nora@shop.example", "Nora (Ops) [A+]");
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string(), fc.constantFrom("nora@shop.example", " ", "Nora (Ops) [A+]", "İß")),
        { maxLength: 9 },
      ),
      (parts) => {
        const text = parts.join("");
        const inked = inkOut(text, who);
        expect(inked).toHaveLength(text.length);
        expect(mentions(inked, who)).toEqual([]);
      },
    ),
  );
});

test("every text of a value is inked, fields and numbers stay", () => {
  const value = { "nora@shop.example": 1, list: ["to nora@shop.example", null, { at: 5 }] };
  expect(inkOutAll(value, person("nora@shop.example"))).toEqual({
    "nora@shop.example": 1,
    list: [`to ${INK.repeat(17)}`, null, { at: 5 }],
  });
});

test("of others only the ink is handed out", () => {
  expect(
    inkOutOthers("nora@shop.example and ida@isp.example at 192.0.2.7", person("nora@shop.example")),
  ).toBe(`nora@shop.example and ${INK.repeat(15)} at ${INK.repeat(9)}`);
});
