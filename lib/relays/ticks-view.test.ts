import { expect, test } from "vitest";
import { ticksOf } from "./ticks-view.ts";

const at = (text: string) => Date.parse(`${text}Z`);

test.each([
  ["six hours", "2026-02-01T22:30", "2026-02-02T04:30", 4, ["02-02 00:00", "02-02 03:00"]],
  ["a month", "2026-01-30T00:00", "2026-03-01T00:00", 4, ["02-02", "02-09", "02-16", "02-23"]],
  [
    "a year",
    "2025-11-22T10:00",
    "2026-11-22T10:00",
    4,
    ["2026-01", "2026-04", "2026-07", "2026-10"],
  ],
  [
    "a year on a wide page",
    "2025-11-22T10:00",
    "2026-11-22T10:00",
    12,
    [
      "2025-12",
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-10",
      "2026-11",
    ],
  ],
  ["twelve years", "2014-06-01T00:00", "2026-06-01T00:00", 4, ["2015", "2020", "2025"]],
])("marks of %s", (_name, from, to, most, wanted) => {
  const ticks = ticksOf({ from: at(from), to: at(to) }, most);
  expect(ticks.map(({ label }) => label)).toEqual(wanted);
});

test("marks lie where their moment lies, and never outside", () => {
  const [first, second] = ticksOf({ from: at("2026-02-01T18:00"), to: at("2026-02-02T18:00") }, 4);
  expect(first).toEqual({ x: 25, label: "02-02 00:00" });
  expect(second).toEqual({ x: 75, label: "02-02 12:00" });
});
