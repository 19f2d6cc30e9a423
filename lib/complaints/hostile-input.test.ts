import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMessage } from "../mail/parse-message.ts";
import { aMessage } from "../testing/a-complaint.ts";
import { readComplaint } from "./read-complaint.ts";

const RECEIVED_AT = Date.parse("2026-02-04T12:30:00Z");
const FIXTURES = join(import.meta.dirname, "fixtures");
const mails = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".eml"))
  .map((name) => readFileSync(join(FIXTURES, name), "latin1"));

const PIECES = [
  "192.0.2.7",
  "[.]",
  "2001:db8::",
  "Source IP:",
  "Port: ",
  "99999",
  "\n",
  "\t",
  "|",
  ",",
  '"',
  "<Infringement>",
  "<Source>",
  "</",
  "IODEF-Document",
  '{"xarf_version":"',
  '"source_identifier":',
  "Received: from ",
  "#Fields: c-ip ",
  "Report-Type:",
  "Category:",
  "Schema-URL:",
  "within 24 hours",
  "2026-02-03 04:05:06",
  "[Ticket ID: ",
  "We have received an abuse complaint",
  "> ",
  "----\n",
  "SRC=",
  "DPT=",
];

test("never throws on text made of what complaints are made of", () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(text, text, (subject, body) => {
      const complaint = readComplaint(
        aMessage({ subject: subject.join(""), body: body.join("") }),
        RECEIVED_AT,
      );
      return complaint.accused.length <= 50 && complaint.events.length <= 500;
    }),
    { numRuns: 300 },
  );
});

test("never throws on damaged complaints", async () => {
  const damaged = fc.tuple(
    fc.constantFrom(...mails),
    fc.nat(3_000),
    fc.nat(200),
    fc.string({ maxLength: 8 }),
  );
  await fc.assert(
    fc.asyncProperty(damaged, async ([mail, at, length, junk]) => {
      const raw = Buffer.from(mail.slice(0, at) + junk + mail.slice(at + length), "latin1");
      readComplaint(await parseMessage(raw), RECEIVED_AT);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ["one long line of addresses", "192.0.2.7 ".repeat(60_000)],
  [
    "a log of thirty thousand lines",
    "Feb  3 04:05:06 gate sshd[811]: Failed password for root from 192.0.2.7 port 51022 ssh2\n".repeat(
      30_000,
    ),
  ],
  ["digits and dots", "1.".repeat(200_000)],
  ["colons", "a:".repeat(200_000)],
  ["blanks before a colon", `${"Source IP".padEnd(200_000)}:`],
  ["quotes and commas", '",'.repeat(150_000)],
  ["open tags", "<Infringement><Source>".repeat(20_000)],
  ["open braces", `{"ReporterInfo":${"{".repeat(100_000)}`],
  ["open brackets", "[".repeat(200_000)],
])("%s cost less than two seconds", (_name, body) => {
  const started = performance.now();
  readComplaint(aMessage({ body }), RECEIVED_AT);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("more than fifty accused addresses are cut off at fifty", () => {
  const list = Array.from({ length: 200 }, (_, index) => `192.0.2.${index}`).join("\n");
  const complaint = readComplaint(
    aMessage({ subject: "Abuse", body: `Attacking hosts:\n${list}` }),
    RECEIVED_AT,
  );
  expect(complaint.accused).toHaveLength(50);
});
