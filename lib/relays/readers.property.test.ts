import fc from "fast-check";
import { expect, test } from "vitest";
import { aDescriptor } from "../testing/a-descriptor.ts";
import { readConsensus } from "./read-consensus.ts";
import { readDescriptors } from "./read-descriptor.ts";
import { readNoticeLog } from "./read-notice-log.ts";
import { readOnionoo } from "./read-onionoo.ts";
import { readRelaysFile } from "./read-relays-file.ts";
import { readTorrc } from "./read-torrc.ts";

/** Each with a text it likes, so that a broken one is broken deep inside. */
const READERS: [string, string, (text: string) => { problems: { text: string }[] }][] = [
  [
    "a torrc",
    'Nickname relay7\nORPort [2001:db8::7]:9001\nExitPolicy "reject *:25", \\\n# x\naccept *:*\n%include x\n',
    readTorrc,
  ],
  [
    "a descriptor",
    aDescriptor({ orAddress: "[2001:db8::7]:9001" }),
    (text) => readDescriptors(Buffer.from(text)),
  ],
  [
    "a notice log",
    "Feb 29 10:00:00.000 [notice] Tor 0.4.9.11 opening new log file.\nFeb  1 10:00:00 host tor@x[1]: Heartbeat: Tor's uptime is 1 day 2:09 hours, with\n2026-02-01T11:00:00+01:00 host tor[1]: Going dormant.\n",
    (text) => readNoticeLog(text, { zone: "Europe/Berlin", writtenBefore: 1_800_000_000_000 }),
  ],
  [
    "a consensus",
    `network-status-version 3 microdesc\nvalid-after 2026-02-01 10:00:00\nr relay7 ${"d3d3".repeat(6)}d3c 2026-02-01 03:00:00 192.0.2.7 443 0\na [2001:db8::7]:443\ns Exit\np accept 80\n`,
    readConsensus,
  ],
  [
    "an Onionoo document",
    `{"relays_published":"2026-02-20 04:00:00","relays":[{"fingerprint":"${"7".repeat(40)}","or_addresses":["192.0.2.7:443"],"exit_policy":["accept *:*"]}]}`,
    readOnionoo,
  ],
  [
    "a relays file",
    '{"relays":[{"nickname":"r","tenures":[{"ip":"192.0.2.7","from":"2026-01-01T00:00:00Z"}],"policies":[{"lines":["accept6 *:80"],"from":"2026-01-01"}]}]}',
    (text) => readRelaysFile(text, 0),
  ],
];

test.each(READERS)(
  "%s, however damaged, is read or is a problem in one line",
  (_name, good, read) => {
    fc.assert(
      fc.property(damaged(good), (text) => {
        for (const problem of read(text).problems) {
          expect(problem.text.length).toBeLessThan(600);
          expect(problem.text.trim()).not.toBe("");
          expect(problem.text).not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 400 },
    );
  },
);

/** The text with parts cut out, doubled, or replaced by any characters at all; or any characters at all. */
function damaged(good: string): fc.Arbitrary<string> {
  const noise = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "",
      "\n",
      "\r\n",
      "\0",
      '"',
      "\\",
      "#",
      "-----BEGIN X-----\n",
      "9".repeat(400),
      "{",
      "]",
      "null",
      "-1",
      "1e999",
    ),
  );
  const cut = fc.tuple(fc.nat(good.length), fc.nat(40), noise);
  const cuts = fc
    .array(cut, { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.reduce(
        (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length),
        good,
      ),
    );
  return fc.oneof(cuts, fc.string({ unit: "binary", maxLength: 300 }));
}
