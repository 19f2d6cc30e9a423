import { expect, test } from "vitest";
import { z } from "zod";
import { addressList, checkedList, formValues, wholeNumber } from "./form-values.ts";

function form(...fields: [string, string][]): FormData {
  const made = new FormData();
  for (const [name, value] of fields) made.append(name, value);
  return made;
}

test("one value is a text, several are a list, Next's own fields are gone, line ends are plain", () => {
  const values = formValues(
    form(["$ACTION_ID_1", "x"], ["text", "a\r\nb\rc"], ["box", "1"], ["box", "2"]),
  );
  expect({ ...values }).toEqual({ text: "a\nb\nc", box: ["1", "2"] });
});

test("a field called __proto__ is a field", () => {
  const values = formValues(form(["__proto__", "x"], ["constructor", "y"]));
  expect(Object.keys(values)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

test("a thousand fields are cut", () => {
  const many = Array.from({ length: 1000 }, (_, n): [string, string] => [`f${n}`, ""]);
  expect(Object.keys(formValues(form(...many)))).toHaveLength(200);
});

test("checkboxes: none, one, several", () => {
  const schema = z.object({ box: checkedList });
  expect(schema.parse(formValues(form())).box).toEqual([]);
  expect(schema.parse(formValues(form(["box", "a"]))).box).toEqual(["a"]);
  expect(schema.parse(formValues(form(["box", "a"], ["box", "b"]))).box).toEqual(["a", "b"]);
});

test.each([
  ["a@b.example", ["a@b.example"]],
  [" a@b.example, c@d.example;\n e@f.example ", ["a@b.example", "c@d.example", "e@f.example"]],
  ["  ", []],
])("addresses in %j", (text, list) => {
  expect(addressList.parse(text)).toEqual(list);
});

test.each(["-1", "1.5", "x", "99999999999"])("%s is no whole number of a form", (text) => {
  expect(wholeNumber.safeParse(text).success).toBe(false);
});
