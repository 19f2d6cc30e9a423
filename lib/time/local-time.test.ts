import { expect, test } from "vitest";
import { isZoneName, localTime } from "./local-time.ts";

test.each([
  ["2026-01-15T04:05:00Z", "Europe/Berlin", "05:05 UTC+1"],
  ["2026-07-15T04:05:00Z", "Europe/Berlin", "06:05 UTC+2"],
  ["2026-01-15T23:30:00Z", "Europe/Berlin", "2026-01-16 00:30 UTC+1"],
  ["2026-01-15T04:05:00Z", "America/New_York", "2026-01-14 23:05 UTC-5"],
  ["2026-01-15T04:05:00Z", "Asia/Kolkata", "09:35 UTC+5:30"],
  ["2026-01-15T04:05:00Z", "UTC", "04:05 UTC+0"],
])("%s in %s is %s", (at, zone, text) => {
  expect(localTime(Date.parse(at), zone)).toBe(text);
});

test.each(["Mars/Olympus", "", "+02:00", "x".repeat(200), "Europe/Berlin\n"])(
  "%j is no zone",
  (name) => {
    expect(isZoneName(name)).toBe(false);
    expect(localTime(0, name)).toBeNull();
  },
);
