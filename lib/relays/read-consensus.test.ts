import { expect, test } from "vitest";
import { readConsensus } from "./read-consensus.ts";

const ID = Buffer.alloc(20, 0x77).toString("base64").replace(/=+$/, "");
const DIGEST = Buffer.alloc(20, 0xab).toString("base64").replace(/=+$/, "");
const HEAD = [
  "valid-after 2026-02-01 10:00:00",
  "fresh-until 2026-02-01 11:00:00",
  "valid-until 2026-02-01 13:00:00",
  "known-flags Exit Running Valid",
];
const NS = [
  "network-status-version 3",
  ...HEAD,
  `r relay7 ${ID} ${DIGEST} 2026-02-01 03:00:00 192.0.2.7 443 0`,
  "a [2001:db8::7]:443",
  "s Exit Running Valid",
  "w Bandwidth=20",
  "p accept 80,443",
  `r relay8 ${DIGEST} ${ID} 2026-02-01 03:00:00 192.0.2.8 443 0`,
  "s Running Valid",
  "p reject 1-65535",
  "directory-footer",
  `r forged ${ID} ${DIGEST} 2026-02-01 03:00:00 192.0.2.9 443 0`,
];

test("who was listed when, at which addresses, with which summary", () => {
  const facts = readConsensus(NS.join("\n"));
  expect(facts).toMatchObject({
    flavor: "ns",
    validAfter: Date.parse("2026-02-01T10:00:00Z"),
    freshUntil: Date.parse("2026-02-01T11:00:00Z"),
    validUntil: Date.parse("2026-02-01T13:00:00Z"),
    problems: [],
  });
  expect(facts.relays).toEqual([
    {
      nickname: "relay7",
      fingerprint: "77".repeat(20),
      descriptorDigest: "AB".repeat(20),
      microdescDigest: null,
      addresses: ["192.0.2.7", "2001:db8::7"],
      flags: ["Exit", "Running", "Valid"],
      policySummary: "accept 80,443",
    },
    expect.objectContaining({ nickname: "relay8", policySummary: "reject 1-65535" }),
  ]);
});

test("the microdesc flavour has neither digest nor policy", () => {
  const text = [
    "network-status-version 3 microdesc",
    ...HEAD,
    `r relay7 ${ID} 2038-01-01 00:00:00 192.0.2.7 443 0`,
    "s Exit Running Valid",
  ].join("\r\n");
  expect(readConsensus(text).relays).toEqual([
    expect.objectContaining({
      addresses: ["192.0.2.7"],
      descriptorDigest: null,
      policySummary: null,
      flags: ["Exit", "Running", "Valid"],
    }),
  ]);
});

test("only the relays asked for are kept, and a line of another relay is not theirs", () => {
  const { relays } = readConsensus(NS.join("\n"), (fingerprint) => fingerprint === "AB".repeat(20));
  expect(relays).toEqual([
    expect.objectContaining({
      nickname: "relay8",
      addresses: ["192.0.2.8"],
      flags: ["Running", "Valid"],
    }),
  ]);
});

test.each([
  ["nothing", "", ["no-consensus"]],
  ["a torrc", "Nickname relay7\n", ["no-consensus"]],
  [
    "broken entries",
    [...HEAD, "r", "r x", `r x ${ID} ${DIGEST} 2026-02-01 03:00:00 nowhere 443 0`].join("\n"),
    ["entries"],
  ],
])("%s is a problem and no exception", (_name, text, codes) => {
  const facts = readConsensus(text);
  expect(facts.relays).toEqual([]);
  expect(facts.problems.map(({ code }) => code)).toEqual(codes);
});
