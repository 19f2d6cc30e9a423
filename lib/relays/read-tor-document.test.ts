import { expect, test } from "vitest";
import { aDescriptor } from "../testing/a-descriptor.ts";
import { readTorDocument, readTorDocuments } from "./read-tor-document.ts";

const CONTEXT = { clock: { zone: 60, writtenBefore: Date.UTC(2026, 2, 1) }, learnedAt: 0 };
const read = (text: string | Uint8Array, name = "a-file") =>
  readTorDocument({ name, bytes: Buffer.from(text) }, CONTEXT);
const FP = "7".repeat(40);

test.each([
  ["a descriptor", aDescriptor(), "descriptors"],
  [
    "the answer of a control port",
    `250+dir/server/authority=\n${aDescriptor()}.\n250 OK\n`,
    "descriptors",
  ],
  ["a torrc", "# mine\nORPort 192.0.2.7:9001\nExitPolicy reject *:*\n", "torrc"],
  ["a log", "Feb 01 10:00:00.000 [notice] Bootstrapped 100% (done): Done\n", "notice-log"],
  [
    "a state file",
    "# Tor state file last generated on x\nLastWritten 2026-02-01 10:00:00\n",
    "state",
  ],
  ["a fingerprint file", `relay7 ${FP}\n`, "fingerprint"],
  ["an exit list", `ExitNode ${FP}\nExitAddress 192.0.2.7 2026-02-01 10:00:00\n`, "exit-list"],
  ["a microdescriptor", "onion-key\n-----BEGIN RSA PUBLIC KEY-----\n", "microdescriptors"],
  ["an Onionoo document", '{"relays_published":"2026-02-01 10:00:00","relays":[]}', "onionoo"],
  ["a relays file", '{"relays":[{"nickname":"r","tenures":[]}]}', "relays-file"],
  ["a vote", "network-status-version 3\nvote-status vote\n", "nothing"],
  ["extra-info", `extra-info relay7 ${FP}\npublished 2026-02-01 10:00:00\n`, "nothing"],
  [
    "an Onionoo uptime document",
    `{"relays":[{"fingerprint":"${FP}","uptime":{"1_month":{}}}]}`,
    "onionoo-uptime",
  ],
  ["Windows line ends", `relay7 ${FP}\r\n`, "fingerprint"],
])("%s is known by what stands in it", (_name, text, kind) => {
  expect(read(text)).toMatchObject({ kind, problems: [] });
});

test.each([
  ["xz", new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1]), /"xz -d a-file"/],
  ["gzip", new Uint8Array([0x1f, 0x8b, 8]), /"gzip -d a-file"/],
  ["a packet capture", new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1, 2]), /packet capture.*delete it/],
  ["a secret key", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n", /secret key/],
  ["nothing at all", "", /empty/],
  ["prose", "Dear operator,\nplease stop.\n", /no file of tor's/],
  ["a JSON of something else", '{"a":1}', /not an Onionoo details document/],
])("%s is refused with one sentence that says what to do", (_name, text, why) => {
  const document = read(text);
  expect(document.kind).toBe("unreadable");
  expect(document.problems.map((problem) => problem.text)).toEqual([expect.stringMatching(why)]);
});

test("an archive is each of the files inside it", () => {
  const bytes = Buffer.concat([
    tarFile("exit-lists/2026-02-01", `ExitNode ${FP}\n`),
    tarFile("x/fingerprint", `relay7 ${FP}\n`),
    Buffer.alloc(1024),
  ]);
  const documents = [...readTorDocuments({ name: "old/exit-list-2026-02.tar", bytes }, CONTEXT)];
  expect(documents.map(({ name, kind }) => [name, kind])).toEqual([
    ["exit-list-2026-02.tar: 2026-02-01", "exit-list"],
    ["exit-list-2026-02.tar: fingerprint", "fingerprint"],
  ]);
});

function tarFile(name: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(Buffer.byteLength(text).toString(8).padStart(11, "0"), 124);
  header.write("0", 156);
  header.fill(" ", 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
  body.write(text);
  return Buffer.concat([header, body]);
}
