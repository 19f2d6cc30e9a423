import { expect, test } from "vitest";
import { readTimes } from "./read-times.ts";

const REFERENCE = Date.parse("2026-02-04T12:00:00Z");
const SECOND = Date.parse("2026-02-03T04:05:06Z");
const MINUTE = Date.parse("2026-02-03T04:05:00Z");

test.each<[string, number]>([
  ["Tuesday, February 03, 2026 4:05:06 AM UTC", SECOND],
  ["3-Feb-26 04:05:06 UTC", SECOND],
  ["20260203 040506 UTC", SECOND],
  ["2026-02-03T040506Z", SECOND],
  ["2026-02-03 04h05m06s UTC", SECOND],
  ["03.02.26 05:05:06 MEZ", SECOND],
  ["Feb/03/2026 04:05:06 +0000", SECOND],
  ["time=1770091506", SECOND],
  ["2026/02/03-04:05:06 UTC", SECOND],
  ["2026-02-03 04:05:06.123 UTC", SECOND + 123],
  ["Tue 3 Feb 04:05:06 UTC 2026", SECOND],
  ["3rd of February, 2026 at 04:05 UTC", MINUTE],
  ["03 février 2026 à 05h05 (heure de Paris)", MINUTE],
  ["3. Februar 2026, 05:05 Uhr MEZ", MINUTE],
  ["3 de febrero de 2026, 05:05 h (CET)", MINUTE],
  ["3 febbraio 2026 ore 05:05 CET", MINUTE],
  ["3 lutego 2026 r. o godz. 05:05 CET", MINUTE],
  ["3 февраля 2026 г. 07:05 МСК", MINUTE],
  ["2026. 2. 3. 13:05:06 KST", SECOND],
  ["2026年2月3日 13時05分06秒 JST", SECOND],
  ["2026-02-03 13:05:06 (JST)", SECOND],
  ["2026-02-03 04:05:06 Etc/UTC", SECOND],
  ["[03/Feb/2026:04:05:06 +0000]", SECOND],
  ["2026-02-03 05:05:06 CET (UTC+1)", SECOND],
  ["2026-02-03 04:05:06 Z", SECOND],
  ["2026-02-03 04:05:06 (GMT+0)", SECOND],
  ["2026-02-03 04:05:06 GMT+00:00", SECOND],
  ["Tue Feb  3 04:05:06 UTC 2026", SECOND],
  ["2026-02-03 05:05:06 Europe/Berlin", SECOND],
  ["02/03/2026 04:05:06 UTC", SECOND],
  ["2/3/2026 4:05:06 AM UTC", SECOND],
  ["03/02/2026 04:05:06 UTC", SECOND],
  ["2026-02-03 04:05:06 utc", SECOND],
  ["04:05:06 UTC, 3 Feb 2026", SECOND],
  ["2026-02-03 09:35:06 IST (+0530)", SECOND],
  ["2026-02-03 04:05:06+00", SECOND],
  ["2026-02-03 04.05.06 UTC", SECOND],
  ["3.2.2026 klo 6.05 EET", MINUTE],
  ["2026-02-03 04:05:06 (hora UTC)", SECOND],
  ["Timestamp(UTC): 2026-02-03 04:05:06", SECOND],
  ["Date (UTC+1): 03.02.2026 05:05:06", SECOND],
  ["TZ: UTC\n2026-02-03 04:05:06", SECOND],
  ["Times are in UTC+1 (CET).\n2026-02-03 05:05:06", SECOND],
  ["Zeitangaben in UTC.\n2026-02-03 04:05:06", SECOND],
  ["Toutes les heures sont en UTC\n2026-02-03 04:05:06", SECOND],
  ["Todas las horas en UTC\n2026-02-03 04:05:06", SECOND],
  ["Gli orari sono in UTC\n2026-02-03 04:05:06", SECOND],
  ["Tijden zijn in UTC\n2026-02-03 04:05:06", SECOND],
  ["The timezone of our server is GMT+1.\n2026-02-03 05:05:06", SECOND],
  ["server time (UTC+1)\n2026-02-03 05:05:06", SECOND],
  ["hora local: UTC-3\n2026-02-03 01:05:06", SECOND],
  ["Local time is EST (UTC-5)\n2026-02-02 23:05:06", SECOND],
  ["(times in Pacific Standard Time)\n2026-02-02 20:05:06", SECOND],
  ["Log timestamps: UTC\n2026-02-03 04:05:06", SECOND],
  ["Time Zone : Central European Time\n2026-02-03 05:05:06", SECOND],
  ["Heure locale : GMT+1\n2026-02-03 05:05:06", SECOND],
  ["Все время указано по МСК\n2026-02-03 07:05:06", SECOND],
  ["Время московское (UTC+3)\n2026-02-03 07:05:06", SECOND],
  ["時刻はJSTです\n2026-02-03 13:05:06", SECOND],
  ["All timestamps are expressed in Zulu time\n2026-02-03 04:05:06", SECOND],
])("%s", (text, at) => {
  const last = readTimes(text, { reference: REFERENCE })
    .filter(({ time }) => time.precision !== "day")
    .at(-1)?.time;
  expect({ at: last?.at, zone: last?.zone }).toEqual({ at, zone: "stated" });
});

test.each([
  "2026-02-03 10.0.0.1 said hello",
  "2026-02-03 04.05.06.7 is an address",
  "Version 20260203 040506123 of the list",
])("%s has no clock", (text) => {
  const found = readTimes(text, { reference: REFERENCE });
  expect(found.every(({ time }) => time.precision === "day")).toBe(true);
});
