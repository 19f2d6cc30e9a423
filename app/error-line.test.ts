import { expect, test } from "vitest";
import { errorLine } from "./error-line.ts";

test.each([
  [new Error("SQLite error: database or disk is full"), /disk of the desk is full/],
  [new Error("outer", { cause: new Error("ENOSPC: no space left") }), /disk of the desk is full/],
  [new Error("attempt to write a readonly database"), /cannot be written/],
  [new Error("database is locked"), /busy/],
  [new Error("Ada's secret letter"), /incident abc/],
  ["thrown text", /incident abc/],
])("error %#: one line that names the remedy and quotes nothing", (error, words) => {
  const line = errorLine(error, "abc").text;
  expect(line).toMatch(words);
  expect(line).not.toMatch(/\n|secret|thrown/);
});
