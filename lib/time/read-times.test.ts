import fc from "fast-check";
import { expect, test } from "vitest";
import { toIso } from "./instant.ts";
import { readTimes } from "./read-times.ts";

const reference = Date.UTC(2026, 1, 10, 12);

function only(text: string) {
  const found = readTimes(text, { reference });
  return found.map(
    ({ time }) => `${time.at === null ? "none" : toIso(time.at)} ${time.zone} ${time.precision}`,
  );
}

test.each([
  ["2026-02-03T04:05:06Z", "2026-02-03T04:05:06Z stated second"],
  ["2026-02-03T04:05:06+02:00", "2026-02-03T02:05:06Z stated second"],
  ["2026-02-03 04:05:06.123 -0500", "2026-02-03T09:05:06.123Z stated second"],
  ["2026-02-03 04:05 UTC", "2026-02-03T04:05:00Z stated minute"],
  ["Tue, 3 Feb 2026 04:05:06 +0100", "2026-02-03T03:05:06Z stated second"],
  ["Tue, 03 Feb 2026 04:05:06 +0100 (CET)", "2026-02-03T03:05:06Z stated second"],
  ["[03/Feb/2026:04:05:06 +0200] GET /", "2026-02-03T02:05:06Z stated second"],
  ["Wed Feb 04 05:44:22 CET 2026", "2026-02-04T04:44:22Z stated second"],
  ["Wed 04 Feb 2026 05:44:22 PM CET", "2026-02-04T16:44:22Z stated second"],
  ["Thu Feb  5 18:28:15 2026 +00:00 GMT", "2026-02-05T18:28:15Z stated second"],
  ["Mi 4. Feb 06:00:54 CET 2026", "2026-02-04T05:00:54Z stated second"],
  ["mer. 4 févr. 06:00:54 CET 2026", "2026-02-04T05:00:54Z stated second"],
  ["4 Feb 06:00:54 CET", "2026-02-04T05:00:54Z stated second"],
  ["04/Feb/26:06:00:54 +0100", "2026-02-04T05:00:54Z stated second"],
  ["4 Feb 26 06:00:54 +0100", "2026-02-04T05:00:54Z stated second"],
  ["18 Apr 2011 20:26:43 EDT (GMT -0400)", "2011-04-19T00:26:43Z stated second"],
  ["3 Feb 2026 10:00:00 CDT (GMT -6:00)", "2026-02-03T15:00:00Z contradictory second"],
  ["2026-02-03 10:00:00 CST (GMT+8)", "2026-02-03T02:00:00Z stated second"],
  ["2026-02-03 10:00:00 IST", "2026-02-03T04:30:00Z assumed second"],
  ["2026-02-03 10:00:00 UTC+2", "2026-02-03T08:00:00Z stated second"],
  ["2026-02-03 10:00:00 GMT +8", "2026-02-03T02:00:00Z stated second"],
  ["2026-02-03 10:00:00 UTC +1:00", "2026-02-03T09:00:00Z stated second"],
  ["2026-02-03 10:00:00 Europe/Berlin", "2026-02-03T09:00:00Z stated second"],
  ["2025-07-03 10:00:00 Eastern Time", "2025-07-03T14:00:00Z stated second"],
  ["2025-07-03 10:00:00 CET", "2025-07-03T09:00:00Z stated second"],
  ["2015-05-06T05-00-00UTC", "2015-05-06T05:00:00Z stated second"],
  ["20260203T040506Z", "2026-02-03T04:05:06Z stated second"],
  ["03.02.2026 04:05:06 MEZ", "2026-02-03T03:05:06Z stated second"],
  ["3. März 2025 um 14:05 Uhr MEZ", "2025-03-03T13:05:00Z stated minute"],
  ["le 3 février 2026 à 04h05 UTC", "2026-02-03T04:05:00Z stated minute"],
  ["3 maart 2025 om 14:05:06 UTC", "2025-03-03T14:05:06Z stated second"],
  ["3 de febrero de 2026, 04:05:06 GMT", "2026-02-03T04:05:06Z stated second"],
  ["07.Feb.2026 - 08:06:10 PM (UTC Format)", "2026-02-07T20:06:10Z stated second"],
  ["at 13:55:36 UTC on February 3, 2026", "2026-02-03T13:55:36Z stated second"],
  ["02/03/2026 12:01:38 AM UTC", "2026-02-03T00:01:38Z stated second"],
  ["2/3/2020 12:01:38 AM", "none unknown second"],
  ["Feb  3 04:05:06 host sshd[1]: x", "none unknown second"],
  ["2026-02-03", "none unknown day"],
  ["2026年2月3日 04:05:06 (UTC)", "2026-02-03T04:05:06Z stated second"],
  ["Registered [UTC+03:00]: 03.02.2026 23:57:00", "2026-02-03T20:57:00Z stated second"],
  ['"timestamp": 1770091506', "2026-02-03T04:05:06Z stated second"],
])("%s", (text, expected) => {
  expect(only(text)).toEqual([expected]);
});

test.each([
  "192.0.2.20",
  "10.10.2020.1",
  "version 2.4.16",
  "5.154.174.4",
  "Ticket 1770091506",
  "in may 10 people came",
  "/wp-content/uploads/2026/02/x.png",
  "2026-13-40",
  "31 Feb 2026 10:00 UTC",
  "99:99",
  "Mar 17 31",
])("%s holds no time", (text) => {
  expect(only(text)).toEqual([]);
});

test("a zone stated for the whole text holds for every time without its own", () => {
  const text = "All times are GMT+8.\n2026-02-03 04:05:06 x\n2026-02-03 04:05:07 +0000 y";
  expect(only(text)).toEqual([
    "2026-02-02T20:05:06Z stated second",
    "2026-02-03T04:05:07Z stated second",
  ]);
});

test("a zone said elsewhere holds unless the text says otherwise", () => {
  const zone = { readings: [120], contradictory: false, text: "+0200" };
  const [time] = readTimes("2026-02-03 04:05:06", { reference, zone });
  expect(time?.time.at).toBe(Date.UTC(2026, 1, 3, 2, 5, 6));
  const [own] = readTimes("Times in UTC\n2026-02-03 04:05:06", { reference, zone });
  expect(own?.time.at).toBe(Date.UTC(2026, 1, 3, 4, 5, 6));
});

test("without a zone no instant is claimed, and the bounds hold for every zone on earth", () => {
  const [found] = readTimes("2026-02-03 04:05:06", { reference });
  expect(found?.time).toEqual({
    at: null,
    earliest: Date.UTC(2026, 1, 2, 14, 5, 6),
    latest: Date.UTC(2026, 1, 3, 16, 5, 6),
    precision: "second",
    zone: "unknown",
    text: "2026-02-03 04:05:06",
    local: "2026-02-03T04:05:06",
  });
});

test.each([
  ["Dec 31 23:00:00", Date.UTC(2026, 0, 1, 6), "2025-12-31T23:00:00"],
  ["Jan  1 01:00:00", Date.UTC(2026, 0, 1, 6), "2026-01-01T01:00:00"],
  ["Jan  1 01:00:00", Date.UTC(2025, 11, 31, 20), "2026-01-01T01:00:00"],
  ["Jan  3 01:00:00", Date.UTC(2025, 11, 31, 20), "2025-01-03T01:00:00"],
  ["Feb 29 01:00:00", Date.UTC(2026, 5, 1), "2024-02-29T01:00:00"],
])("the year of %s seen from %d is never more than a day ahead", (text, seen, local) => {
  expect(readTimes(text, { reference: seen })[0]?.time.local).toBe(local);
});

test.each([
  ["03/02/2026 10:00:00\n25/01/2026 10:00:00", "2026-02-03T10:00:00"],
  ["02/03/2026 10:00:00\n01/25/2026 10:00:00", "2026-02-03T10:00:00"],
  ["Date: 02/03/2026\nTime: 10:00:00\nTime Zone: America/Chicago", "2026-02-03T10:00:00"],
  ["09/02/2026 10:00:00", "2026-02-09T10:00:00"],
])("day and month of %j are told apart", (text, local) => {
  expect(readTimes(text, { reference })[0]?.time.local).toBe(local);
});

test("both orders stay open when nothing decides", () => {
  const [found] = readTimes("01/02/2026 10:00:00 UTC", { reference });
  expect(found?.time.at).toBeNull();
  expect([found?.time.earliest, found?.time.latest]).toEqual([
    Date.UTC(2026, 0, 2, 10),
    Date.UTC(2026, 1, 1, 10),
  ]);
});

test("a zone at the end of a range holds for both ends", () => {
  expect(only("2026-02-03 10:00 - 11:30 UTC")).toEqual([
    "2026-02-03T10:00:00Z stated minute",
    "2026-02-03T11:30:00Z stated minute",
  ]);
  expect(only("from 2026-02-03 10:00:00 to 2026-02-03 11:00:00 UTC")).toEqual([
    "2026-02-03T10:00:00Z stated second",
    "2026-02-03T11:00:00Z stated second",
  ]);
});

test("offsets point at the text", () => {
  const text = "seen é 2026-02-03 04:05:06 UTC, then 2026-02-03 04:06:06 UTC.";
  expect(readTimes(text, { reference }).map(({ start, end }) => text.slice(start, end))).toEqual([
    "2026-02-03 04:05:06 UTC",
    "2026-02-03 04:06:06 UTC",
  ]);
});

test("never throws, and spans lie inside the text", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "2026-02-03",
      " 04:05:06",
      " UTC",
      " GMT+",
      "(",
      ")",
      " Feb ",
      "31",
      "/",
      "\n",
      " timezone is ",
      " CET",
      "99",
      " - ",
      "at ",
      "PM",
      "年",
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.option(fc.integer({ min: 0, max: 4e12 })),
      (pieces, seen) => {
        const text = pieces.join("");
        for (const { start, end, time } of readTimes(text, { reference: seen })) {
          expect(start >= 0 && end <= text.length && start < end).toBe(true);
          expect(time.at === null || time.zone !== "unknown").toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ["digits", "1".repeat(200_000)],
  ["clocks", "10:10 ".repeat(50_000)],
  ["dates", "2026-02-03 04:05:06\n".repeat(20_000)],
  ["months", "March ".repeat(60_000)],
  ["blanks", `time zone${" ".repeat(200_000)}`],
  ["zone leads", "times are in this report ".repeat(20_000)],
  ["brackets", "2026-02-03 10:00 ((((((".repeat(20_000)],
])("a megabyte of %s is read in time", (_what, text) => {
  const before = performance.now();
  readTimes(text, { reference });
  expect(performance.now() - before).toBeLessThan(2000);
});

test.each([
  "2026-02-03 01:37 ~ 2026-02-03 02:07 (UTC)",
  "2026-02-03 01:37 ~ 02:07 UTC",
  "2026-02-03 01:37 -> 2026-02-03 02:07 UTC",
])("both ends of a range have its zone: %s", (text) => {
  expect(only(text)).toEqual([
    "2026-02-03T01:37:00Z stated minute",
    "2026-02-03T02:07:00Z stated minute",
  ]);
});

test("the number of a list's line is no day, and the day no year", () => {
  expect(only("1. Feb 10 05:32:22 UTC\n2. Feb 10 05:33:08 UTC")).toEqual([
    "2026-02-10T05:32:22Z stated second",
    "2026-02-10T05:33:08Z stated second",
  ]);
  expect(only("am 3. Februar 2024 05:32:22 UTC")).toEqual(["2024-02-03T05:32:22Z stated second"]);
});

test.each(["-0000", "-00:00"])("%s says that the writer does not know the zone", (offset) => {
  const [found] = readTimes(`Tue, 3 Feb 2026 04:05:06 ${offset}`, { reference: null });
  expect(found?.time).toMatchObject({ at: Date.UTC(2026, 1, 3, 4, 5, 6), zone: "assumed" });
});
