import { expect, test } from "vitest";
import { inZone } from "./in-zone.ts";
import type { ReadTime } from "./instant.ts";
import { readTimes } from "./read-times.ts";
import { readZone, type Zone } from "./zone.ts";

const REFERENCE = Date.parse("2026-03-05T00:00:00Z");

function read(text: string): ReadTime {
  const [found] = readTimes(text, { reference: REFERENCE });
  if (!found) throw new Error(`no time in ${text}`);
  return found.time;
}

function zone(text: string): Zone {
  const found = readZone(text, 0);
  if (!found) throw new Error(`no zone in ${text}`);
  return found.zone;
}

test.each([
  ["2026-03-01 10:04:11", "+02:00", "2026-03-01T08:04:11Z"],
  ["2026-03-01 10:04", "UTC", "2026-03-01T10:04:00Z"],
  ["Mar  1 10:04:11", "America/New_York", "2026-03-01T15:04:11Z"],
  ["2026-07-01 10:04:11", "Europe/Berlin", "2026-07-01T08:04:11Z"],
])("%s read in %s", (text, word, expected) => {
  const time = read(text);
  expect(time).toMatchObject({ at: null, zone: "unknown" });
  expect(inZone(time, zone(word))).toMatchObject({
    at: Date.parse(expected),
    zone: "stated",
    text,
  });
});

test("a minute stays a minute: its bounds are as wide", () => {
  const time = inZone(read("2026-03-01 10:04"), zone("UTC"));
  expect(time.earliest).toBe(Date.parse("2026-03-01T10:04:00Z"));
  expect(time.latest).toBe(Date.parse("2026-03-01T10:04:59.999Z"));
});

test("a day that may be one of two stays undecided when only its zone is learnt", () => {
  const hour = 3_600_000;
  const [first, second] = [Date.parse("2026-03-04T10:00:00Z"), Date.parse("2026-04-03T10:00:00Z")];
  const bounds = { earliest: first - 14 * hour, latest: second + 12 * hour };
  for (const local of ["2026-03-04T10:00:00", "2026-04-03T10:00:00"]) {
    const time = { at: null, ...bounds, precision: "second", zone: "unknown", text: "", local };
    const known = inZone(time as ReadTime, zone("UTC"));
    expect(known).toMatchObject({ at: null, earliest: first, latest: second });
  }
});

test("a time that names no clock on a wall stays as it is", () => {
  const at = Date.parse("2026-03-01T10:04:11Z");
  const epoch: ReadTime = {
    at,
    earliest: at,
    latest: at,
    precision: "second",
    zone: "stated",
    text: "1772359451",
  };
  expect(inZone(epoch, zone("+05:00"))).toBe(epoch);
});
