import { expect, test } from "vitest";
import { utcMoment } from "./utc-moment.ts";

test.each([
  ["", 7],
  ["2026-09-15", Date.parse("2026-09-15T00:00:00Z")],
  ["2026-09-15 04:30", Date.parse("2026-09-15T04:30:00Z")],
  ["2026-09-15T04:30:15Z", Date.parse("2026-09-15T04:30:15Z")],
  ["2026-09-15 04:30 UTC", Date.parse("2026-09-15T04:30:00Z")],
  ["2026-13-01", null],
  ["yesterday", null],
  ["15.09.2026", null],
])("%j is %s", (text, at) => {
  expect(utcMoment(text, 7)).toBe(at);
});
