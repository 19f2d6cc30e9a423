import { expect, test } from "vitest";
import { isShown, spanOf } from "./span-view.ts";

const NOW = Date.parse("2026-11-22T10:00:00Z");
const KNOWN = [
  { from: Date.parse("2026-03-01T00:00:00Z"), to: null },
  { from: Date.parse("2025-12-01T00:00:00Z"), to: Date.parse("2026-01-01T00:00:00Z") },
];

function shown(asked: Parameters<typeof spanOf>[0], known = KNOWN) {
  const { span, from, to } = spanOf(asked, known, NOW);
  return [span, new Date(from).toISOString().slice(0, 16), new Date(to).toISOString().slice(0, 16)];
}

test.each([
  ["nothing: everything known", {}, ["all", "2025-12-01T00:00", "2026-11-22T10:00"]],
  ["30 days", { span: "30d" }, ["30d", "2026-10-23T10:00", "2026-11-22T10:00"]],
  [
    "days of their own, the last one whole",
    { from: "2026-02-01", to: "2026-02-01" },
    ["own", "2026-02-01T00:00", "2026-02-02T00:00"],
  ],
  ["until a day", { to: "2025-12-31" }, ["own", "2025-12-01T00:00", "2026-01-01T00:00"]],
  [
    "from a day, with a span",
    { span: "year", from: "2026-11-01" },
    ["own", "2026-11-01T00:00", "2026-11-22T10:00"],
  ],
  [
    "until before anything was known",
    { to: "2020-01-01" },
    ["own", "2020-01-01T00:00", "2020-01-02T00:00"],
  ],
  [
    "an end before its beginning",
    { from: "2026-03-01", to: "2026-02-01" },
    ["all", "2025-12-01T00:00", "2026-11-22T10:00"],
  ],
  [
    "a day that does not exist",
    { span: "30d", from: "2026-02-30" },
    ["30d", "2026-10-23T10:00", "2026-11-22T10:00"],
  ],
  [
    "no day at all",
    { from: "x", to: "'><script>" },
    ["all", "2025-12-01T00:00", "2026-11-22T10:00"],
  ],
] as const)("asked for %s", (_name, asked, wanted) => {
  expect(shown(asked)).toEqual(wanted);
});

test("a relay nothing is known of, or one that claims the year 1, still has a stretch", () => {
  expect(shown({}, [])).toEqual(["all", "2026-10-23T10:00", "2026-11-22T10:00"]);
  expect(shown({}, [{ from: -6e13, to: null }])[1]).toBe("2002-01-01T00:00");
});

test("an interval is shown when any of it lies in the stretch; its end is not part of it", () => {
  expect(isShown({ from: 0, to: 10 }, { from: 10, to: 20 })).toBe(false);
  expect(isShown({ from: 0, to: 11 }, { from: 10, to: 20 })).toBe(true);
  expect(isShown({ from: 20, to: null }, { from: 10, to: 20 })).toBe(false);
  expect(isShown({ from: 0, to: null }, { from: 10, to: 20 })).toBe(true);
});
