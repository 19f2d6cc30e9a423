import { expect, test } from "vitest";
import { toIso } from "./instant.ts";
import { readMailDate } from "./mail-date.ts";

test.each([
  ["Tue, 3 Feb 2026 04:05:06 +0100", "2026-02-03T03:05:06Z"],
  ["Tue, 3 Feb 2026 04:05:06 +0100 (CET)", "2026-02-03T03:05:06Z"],
  ["3 Feb 2026 04:05 GMT", "2026-02-03T04:05:00Z"],
  ["Tue, 3 Feb 2026 20:13:6 (UTC)", "2026-02-03T20:13:06Z"],
  ["19-JUN-2017 17:21:19", "2017-06-19T17:21:19Z"],
  ["Tue, 3 Feb 26 04:05:06 EST", "2026-02-03T09:05:06Z"],
  ["2026-02-03T04:05:06Z", "2026-02-03T04:05:06Z"],
  ["Tue Feb  3 04:05:06 2026", "2026-02-03T04:05:06Z"],
])("%s", (value, iso) => {
  const at = readMailDate(value);
  expect(at === null ? null : toIso(at)).toBe(iso);
});

test.each(["", "(invalid)", "yesterday", "Tue, 32 Foo 2026", "\0\0"])(
  "%j is unreadable",
  (value) => {
    expect(readMailDate(value)).toBeNull();
  },
);
