import { expect, test } from "vitest";
import { aTime } from "../testing/a-letter-case.ts";
import { writeTime, writeTimes } from "./write-time.ts";

const at = (iso: string) => aTime({ at: Date.parse(iso) });

test.each([
  ["second", "2026-10-02 10:04:11 UTC"],
  ["minute", "2026-10-02 10:04 UTC"],
  ["hour", "2026-10-02 10:00 UTC"],
  ["day", "2026-10-02 UTC"],
  ["unknown", "2026-10-02 10:04 UTC"],
] as const)("as exact as the report: %s", (precision, expected) => {
  expect(writeTime(aTime({ precision }))).toBe(expected);
});

test("several times are their first and last, whatever their order", () => {
  const times = [
    at("2026-10-02T12:00:00Z"),
    at("2026-10-01T08:00:00Z"),
    at("2026-10-02T09:00:00Z"),
  ];
  expect(writeTimes(times, "en")).toBe("2026-10-01 08:00:00 UTC to 2026-10-02 12:00:00 UTC");
  expect(writeTimes(times, "de")).toBe("2026-10-01 08:00:00 UTC bis 2026-10-02 12:00:00 UTC");
  expect(writeTimes([times[0] ?? null], "en")).toBe("2026-10-02 12:00:00 UTC");
});

test("a time that is only bounded gives its bounds, an unknown one gives nothing", () => {
  const bounded = aTime({
    at: null,
    earliest: Date.parse("2026-09-14T22:23:00Z"),
    latest: Date.parse("2026-09-14T23:23:00Z"),
  });
  expect(writeTimes([bounded], "en")).toBe("2026-09-14 22:23 UTC to 2026-09-14 23:23 UTC");
  expect(writeTimes([aTime(), null], "en")).toBeNull();
  expect(writeTimes([aTime({ at: null, earliest: null })], "en")).toBeNull();
  expect(writeTimes([], "en")).toBeNull();
  expect(writeTime(null)).toBeNull();
});
