import { expect, test } from "vitest";
import { declaredLabels, spacedLabel } from "./declared-labels.ts";

test.each([
  ["a line of a form", "", "Attack type: Port scan\nSource: 192.0.2.7", ["Port scan"]],
  ["a quoted line", "", "> Report-Type: login-attack", ["login attack"]],
  ["a JSON field", "", '  "ReportType": "LoginAttack",', ["Login Attack"]],
  ["German", "", "Kategorie: Spam", ["Spam"]],
  [
    "a cause in a sentence",
    "",
    "The address was filtered due to brute force, see below.",
    ["brute force"],
  ],
  ["a cause in French", "", "Bloqué à cause de scan de ports", ["scan de ports"]],
  ["a tag in the subject", "192.0.2.7 [port-scan] abuse [4711]", "", ["port scan"]],
  ["no label in plain prose", "Hello", "This type of thing is bad.", []],
])("%s", (_name, subject, text, labels) => {
  expect(declaredLabels(subject, text)).toEqual(labels);
});

test("a mail of a thousand labels gives a dozen", () => {
  expect(declaredLabels("", "Type: scan\n".repeat(1_000))).toHaveLength(12);
});

test("spellings of one label are one", () => {
  const spellings = ["LoginAttack", "login-attack", "login_attack", "Login Attack"];
  expect(new Set(spellings.map((label) => spacedLabel(label).toLowerCase()))).toEqual(
    new Set(["login attack"]),
  );
});
