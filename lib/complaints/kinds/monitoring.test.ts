import { expect, test } from "vitest";
import { factsIn } from "../../testing/a-mail.ts";

const LIST =
  "IP,LAST IMPACT TIMESTAMP,LAST IMPACT\n0.0.0.0,,\n198.51.100.3,1770091506,03.02.2026 05:05\n192.0.2.9,1770091506,03.02.2026 05:05\n";

test("a monitoring report accuses what changed, not all that is watched", async () => {
  const { accused } = await factsIn({
    from: "monitoring@uceprotect.example",
    subject: "UCEPROTECT Monitoring Report",
    body: [
      {
        type: "text/plain",
        text: "Statuschange of Level2 -> NET 192.0.2.0/24\nLast Status: <OK> -> New Status <LISTED>\n\nStatuschange of Level1 -> IP 203.0.113.5\n",
      },
      { type: "text/plain", name: "monitoring-1.txt", text: LIST },
    ],
  });
  expect(accused).toEqual(["192.0.2.0/24", "203.0.113.5"]);
});

test("rows counted by the day say no time of day", async () => {
  const rows = [1, 2, 3].map((last) => `2026-02-03T00:00:00Z,192.0.2.${last},203.0.113.1,5900`);
  const { complaint, times, ports } = await factsIn({
    from: "noc@net.example",
    subject: "Scans",
    body: `time,src_ip,dst_ip,dst_port\n${rows.join("\n")}\n`,
  });
  expect(times).toEqual([]);
  expect(ports).toEqual([5900]);
  const [first] = complaint.events;
  expect(first?.time).toMatchObject({ at: null, precision: "day", local: "2026-02-03" });
  expect(first?.time?.earliest).toBe(Date.parse("2026-02-03T00:00:00Z"));
});

test("one event at midnight is an event at midnight", async () => {
  const { times } = await factsIn({
    from: "noc@net.example",
    subject: "Scan from 192.0.2.1",
    body: "Source: 192.0.2.1\nTime: 2026-02-03T00:00:00Z\n",
  });
  expect(times).toEqual(["2026-02-03T00:00:00Z"]);
});

test("the hop that took a shown spam gives an assumed time, the lowest that names the accused", async () => {
  const hop = (from: string, time: string) =>
    `Received: from ${from} by mx.home.example with ESMTP;\n\tTue, 3 Feb 2026 ${time} +0100\n`;
  const { complaint, accused } = await factsIn({
    from: "jo@home.example",
    subject: "spam",
    body: `${hop("store.home.example ([10.0.0.1])", "05:05:10")}${hop("exit.example (exit.example [192.0.2.7])", "05:05:06")}Subject: Pills\n`,
  });
  expect(accused).toEqual(["192.0.2.7"]);
  expect(complaint.events).toHaveLength(1);
  expect(complaint.events[0]).toMatchObject({
    sourceIp: "192.0.2.7",
    time: { at: Date.parse("2026-02-03T04:05:06Z"), zone: "assumed" },
  });
});
