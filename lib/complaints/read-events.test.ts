import { expect, test } from "vitest";
import { parseMessage } from "../mail/parse-message.ts";
import { toIso } from "../time/instant.ts";
import { readComplaint } from "./read-complaint.ts";

const RECEIVED_AT = Date.parse("2026-02-04T12:30:00Z");

async function eventsOf(body: string) {
  const mail = `From: Jo <jo@shop.example>\nSubject: Abuse from 192.0.2.7\nDate: Wed, 04 Feb 2026 12:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`;
  const { events } = readComplaint(await parseMessage(Buffer.from(mail)), RECEIVED_AT);
  return events.map(({ time }) => (time?.at == null ? null : toIso(time.at)));
}

test.each([
  ["a log line", "2026-02-03 10:11:12 UTC login failed from 192.0.2.7", ["2026-02-03T10:11:12Z"]],
  [
    "a clock that is an hour fast",
    "192.0.2.7 attacked us at 2026-02-04 13:00:00 UTC.",
    ["2026-02-04T13:00:00Z"],
  ],
  ["what is announced", "The match begins at 2026-02-06 21:00 UTC; 192.0.2.7 may stream it.", []],
  [
    "the envelope of certified mail",
    'Il giorno 03/02/2026 alle ore 10:11:12 (+0100) il messaggio "Abuso da 192.0.2.7" è stato inviato.',
    [],
  ],
  ["the date line of a mail", "From 192.0.2.7:\nTue, 3 Feb 2026 10:11:12 -0800 (PST)", []],
])("%s", async (_what, body, expected) => {
  expect(await eventsOf(body)).toEqual(expected);
});
