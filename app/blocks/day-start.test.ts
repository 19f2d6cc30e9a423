import { expect, test } from "vitest";
import { dayStart } from "./day-start.ts";

test.each([
  ["2026-03-01", Date.parse("2026-03-01T00:00:00Z")],
  [" 2026-03-01 ", Date.parse("2026-03-01T00:00:00Z")],
  ["", null],
  ["01.03.2026", undefined],
  ["2026-13-01", undefined],
  ["1969-01-01", undefined],
])("%j is %s", (text, at) => {
  expect(dayStart(text)).toBe(at);
});
