import { expect, test } from "vitest";
import { statedZone } from "./stated-zone.ts";

test.each([
  ["Note: Local timezone is +0200 (CEST)", [120]],
  ["all times are UTC", [0]],
  ["All times shown in this report are in GMT.", [0]],
  ["Please note: times adjusted to our GMT +8 timezone", [480]],
  ["timestamps (in the first column) are UTC", [0]],
  ["Zeiten in CEST", [120]],
  ["Alle Zeitangaben sind in UTC", [0]],
  ["timezone UTC", [0]],
  ["Timezone: America/Chicago", ["America/Chicago"]],
  ["Our time zone is CET.", [60, "Europe/Berlin"]],
  ["(time is CE(S)T)", ["Europe/Berlin"]],
  ["All times here are Pacific (PST/PDT) if nothing else is said.", ["America/Los_Angeles"]],
  ["Timezone Brussels Europe. UTC+1", [60]],
  ["TIME (UTC)      SRC   DST", [0]],
  ["IP,timestamp(UTC+0),source_port", [0]],
  ["initial timestamp  GMT-02:00", [-120]],
  ["fuseau horaire : UTC", [0]],
  ["===== Timezone of the Log is (GMT+9) =====", [540]],
  ["Log entries (time is CEST):\nFeb 3", [120]],
  ["#Fields: date time c-ip cs-method", [0]],
  ["Logs use the Eastern Time zone", ["America/New_York"]],
])("%s", (text, readings) => {
  expect(statedZone(text)?.readings).toEqual(readings);
});

test.each([
  "It happened at 2026-02-03 10:00 (UTC)",
  "Registered [UTC+3]: 2026-02-03 10:00",
  "End Date/Time [UTC+03:00]: still going on",
  "many times and again",
  "the time is now",
  "We are in this for a long time",
  "",
])("%j states no zone for other times", (text) => {
  expect(statedZone(text)).toBeNull();
});

test("two statements that differ contradict each other", () => {
  const zone = statedZone("All times are UTC.\nLocal timezone is +0200");
  expect([zone?.contradictory, zone?.readings]).toEqual([true, [0, 120]]);
});
