import { expect, test } from "vitest";
import { lastCalendarPeriod } from "./calendar-period.ts";
import { bucketsOf, daysOfBucket, dayText, readDay, readPeriod } from "./period.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const asked = (days: "30" | "90" | "365" | "own" | null, from = "", to = "") => {
  const { period, flaw } = readPeriod({ days, from, to }, NOW);
  return [dayText(period.from), dayText(period.to), flaw];
};

test.each([
  [asked("30"), ["2026-01-31", "2026-03-01", null]],
  [asked("365"), ["2025-03-02", "2026-03-01", null]],
  [asked(null), ["2025-12-02", "2026-03-01", null]],
  [asked(null, "2026-01-01", "2026-01-31"), ["2026-01-01", "2026-01-31", null]],
  [asked("own", "2026-01-01"), ["2026-01-01", "2026-03-01", null]],
  [asked("own", "", "2026-01-30"), ["2026-01-01", "2026-01-30", null]],
  [asked("90", "2026-01-01", "2026-01-31"), ["2025-12-02", "2026-03-01", null]],
  [asked("own", "2026-02-30", "2026-03-01"), ["2025-12-02", "2026-03-01", "bad-day"]],
  [asked("own", "yesterday"), ["2025-12-02", "2026-03-01", "bad-day"]],
  [asked("own", "2026-02-02", "2026-02-01"), ["2025-12-02", "2026-03-01", "turned"]],
  [asked("own", "2016-02-02", "2026-02-01"), ["2025-12-02", "2026-03-01", "too-long"]],
])("%j", (read, wanted) => {
  expect(read).toEqual(wanted);
});

test("the weeks and months of a period lie in it and leave no day out", () => {
  const from = readDay("2025-12-03") ?? 0;
  for (const unit of ["week", "month"] as const)
    for (const length of [1, 5, 6, 7, 31, 90, 800]) {
      const period = { from, to: from + length - 1 };
      let next = from;
      for (const bucket of bucketsOf(period, unit)) {
        const days = daysOfBucket(bucket, unit, period);
        expect(days.from).toBe(next);
        next = days.to + 1;
      }
      expect(next).toBe(period.to + 1);
    }
});

test.each([
  ["month", "2026-02-01", "2026-02-28"],
  ["quarter", "2025-10-01", "2025-12-31"],
  ["half", "2025-07-01", "2025-12-31"],
  ["year", "2025-01-01", "2025-12-31"],
] as const)("the last %s is over", (kind, from, to) => {
  const period = lastCalendarPeriod(kind, NOW);
  expect([dayText(period.from), dayText(period.to)]).toEqual([from, to]);
});
