import { expect, test } from "vitest";
import { factsIn } from "../testing/a-mail.ts";

const WRITTEN = "2026-02-04T12:00:00Z";

async function timesOf(body: string, from = "noc@net.example") {
  const { complaint, times } = await factsIn({ from, subject: "Report", body });
  const bounds = complaint.events.map(({ time }) =>
    [time?.earliest, time?.latest].map((at) => (at == null ? null : new Date(at).toISOString())),
  );
  return { times, bounds: bounds.map((pair) => pair.map((at) => at?.replace(".000Z", "Z"))) };
}

test.each([
  ["a head", "Approximate Time Range (UTC), IP Address, Reason", " ~ ", " (UTC)"],
  ["a sentence", "The timestamps are approximate, all times are UTC.", " - ", ""],
])(
  "a range that %s calls approximate is one event between its ends",
  async (_what, head, dash, zone) => {
    const { times, bounds } = await timesOf(
      `We saw break-ins from these addresses.\n\n${head}\n2026-02-03 10:00${dash}2026-02-03 10:30${zone}, 192.0.2.7, logins\n2026-02-03 11:00${dash}2026-02-03 11:30${zone}, 192.0.2.8, logins\n`,
    );
    expect(times).toEqual([]);
    expect(bounds).toEqual([
      ["2026-02-03T10:00:00Z", "2026-02-03T10:30:59.999Z"],
      ["2026-02-03T11:00:00Z", "2026-02-03T11:30:59.999Z"],
    ]);
  },
);

test("a range nobody calls approximate has two ends at which something happened", async () => {
  const { times } = await timesOf(
    "Attack from 192.0.2.7 between 2026-02-03 10:00 UTC and 2026-02-03 10:30 UTC.\n",
  );
  expect(times).toEqual(["2026-02-03T10:00:00Z", "2026-02-03T10:30:00Z"]);
});

test.each([
  [
    "a defanged link",
    "URL: hxxp://shop.example/login.php\nIP: 192.0.2.7\nFirst seen: 2026-01-20 08:00 UTC",
  ],
  [
    "a link at the accused",
    "IP: 192.0.2.7\nhttp://192.0.2.7/x.exe\nDate seen (UTC): 2026-01-20 08:00",
  ],
  [
    "a field for it",
    "uri: http://shop.example/\nip: 192.0.2.7\nfirst_seen: 2026-01-20 09:00:00 +0100",
  ],
  [
    "a stamp beside it",
    "Domain: shop[.]example\nURL: hxxp://shop[.]example/a\nIP Address: 192.0.2.7\nTimestamp: 2026-01-20 08:00 UTC",
  ],
  [
    "two sightings",
    "hxxps://shop.example/\n\nFirst detection of the page: 2026-01-20 08:00 UTC\nMost recent observation of the page: 2026-02-03 09:00 UTC\nIP: 192.0.2.7",
  ],
])("what is seen at an address stands there until the report: %s", async (_what, body) => {
  const { times, bounds } = await timesOf(`Malicious content on your server.\n\n${body}\n`);
  expect(times).toEqual([]);
  expect(bounds).toEqual([["2026-01-20T08:00:00Z", WRITTEN]]);
});

test.each([
  [
    "bot that called",
    "IP: 192.0.2.7\nMalware: Examplebot\nFirst seen: 2026-02-03 10:00 UTC\nProof: https://tracker.example/1",
  ],
  [
    "request for a page of theirs",
    "IP: 192.0.2.7\nURL: https://shop.example/login\nTime: 2026-02-03 10:00 UTC",
  ],
  [
    "attack on a page of theirs, made harmless by a gateway",
    "Attacker IP: 192.0.2.7\nTarget URL: hxxps://shop[.]example/item\nTime: 2026-02-03T10:00:00Z",
  ],
  [
    "log line beside a link",
    "Details: hxxp://shop.example/\n2026-02-03 10:00:00 UTC 192.0.2.7 POST /login",
  ],
])("a %s happened when it was seen", async (_what, body) => {
  expect((await timesOf(`Attack on our server.\n\n${body}\n`)).times).toEqual([
    "2026-02-03T10:00:00Z",
  ]);
});

test("a table that says only since when bounds its rows by the report", async () => {
  const { times, bounds } = await timesOf(
    '"ip","port","channel","first_seen"\n"192.0.2.7",6667,"#x","2019-08-01 03:00:00"\n\nAll times are UTC.\n',
  );
  expect(times).toEqual([]);
  expect(bounds).toEqual([["2019-08-01T03:00:00Z", WRITTEN]]);
});

test("first and last seen of a table's row are two moments", async () => {
  const { times } = await timesOf(
    "src_ip,first_seen,last_seen\n192.0.2.7,2026-02-03 10:00:00 UTC,2026-02-03 11:00:00 UTC\n",
  );
  expect(times).toEqual(["2026-02-03T10:00:00Z", "2026-02-03T11:00:00Z"]);
});
