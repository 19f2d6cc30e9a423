import { expect, test } from "vitest";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { readDescriptors } from "./read-descriptor.ts";

const KEYS = relayKeys();
const TEXT = aDescriptor(
  { orAddress: "[2001:db8::7]:9001", contact: "Grüße <abuse[]operator.example>" },
  KEYS,
);

function readOne(text: string) {
  return readDescriptors(Buffer.from(text)).descriptors[0];
}

test("a descriptor says who, where, since when and what may go out, and is signed", () => {
  expect(readOne(TEXT)).toEqual({
    text: Buffer.from(TEXT.trimEnd()).toString("latin1"),
    nickname: "relay7",
    fingerprint: fingerprintOf(KEYS),
    digest: expect.stringMatching(/^[0-9A-F]{40}$/),
    addresses: ["192.0.2.7", "2001:db8::7"],
    published: Date.parse("2026-02-01T00:00:00Z"),
    platform: "Tor 0.4.9.11 on Linux",
    uptime: 3600,
    contact: "Grüße <abuse[]operator.example>",
    policyLines: ["reject *:25", "accept *:*"],
    family: [],
    familyKeys: [],
    rsa: "valid",
    ed25519: "valid",
    problems: [],
  });
});

test("no bit of a descriptor can be flipped without it being noticed", () => {
  const bytes = Buffer.from(TEXT.trimEnd());
  const unnoticed: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const { descriptors } = readDescriptors(changed);
    const [first] = descriptors;
    const believed = first?.rsa === "valid" && first.ed25519 === "valid";
    if (believed && first.fingerprint === fingerprintOf(KEYS)) unnoticed.push(at);
  }
  expect(unnoticed).toEqual([]);
});

test("a descriptor signed with other keys is not that of the fingerprint it claims", () => {
  const forged = aDescriptor({}, relayKeys()).replace(
    /fingerprint .*/,
    `fingerprint ${fingerprintOf(KEYS)}`,
  );
  expect(readOne(forged)).toMatchObject({ rsa: "invalid" });
  expect(readOne(forged)?.fingerprint).not.toBe(fingerprintOf(KEYS));
});

test("policy lines behind the signature are not part of the descriptor", () => {
  const read = readOne(`${TEXT}accept *:25\ncontact somebody@else.example\n`);
  expect(read).toMatchObject({ rsa: "valid", policyLines: ["reject *:25", "accept *:*"] });
});

test("a file of several descriptors with annotations, each with its own signature", () => {
  const annotated = (text: string) => `@downloaded-at 2026-02-01 00:10:00\n@source "x"\n${text}`;
  const second = aDescriptor({ nickname: "relay8", policy: ["reject *:*"] });
  const { descriptors } = readDescriptors(Buffer.from(annotated(TEXT) + annotated(second)));
  expect(descriptors.map(({ nickname, rsa }) => [nickname, rsa])).toEqual([
    ["relay7", "valid"],
    ["relay8", "valid"],
  ]);
});

test("a form field's CRLF does not break the signature", () => {
  expect(readOne(TEXT.replaceAll("\n", "\r\n"))).toMatchObject({ rsa: "valid", ed25519: "valid" });
});

test.each([
  ["nothing", "", "no-descriptor"],
  ["a torrc", "Nickname relay7\nExitPolicy reject *:*\n", "no-descriptor"],
])("%s is one problem and no exception", (_name, text, code) => {
  const { descriptors, problems } = readDescriptors(Buffer.from(text));
  expect(descriptors).toEqual([]);
  expect(problems.map((each) => each.code)).toEqual([code]);
});

test.each([
  ["cut off in the signature", TEXT.slice(0, -60), ["rsa"]],
  [
    "cut off before the policy",
    TEXT.slice(0, TEXT.indexOf("reject *:25")),
    ["policy", "rsa", "ed25519"],
  ],
  [
    "a router line alone",
    "router x 192.0.2.7 9001 0 0\n",
    ["published", "fingerprint", "policy", "unsigned"],
  ],
  [
    "a router line without words",
    "router \n",
    ["address", "published", "fingerprint", "policy", "unsigned"],
  ],
  ["a signature that is not base64", TEXT.replace(/(BEGIN SIGNATURE-----\n)./, "$1!"), ["rsa"]],
])("%s: %j", (_name, text, codes) => {
  expect(readOne(text)?.problems.map((each) => each.code)).toEqual(codes);
});

test("a certificate that had expired when the descriptor was published does not count", () => {
  const late = { published: "2026-02-01 00:00:00", certifiedUntil: "2026-01-31 23:00:00" };
  expect(readOne(aDescriptor(late))).toMatchObject({ rsa: "valid", ed25519: "invalid" });
});

test("a file of nothing but beginnings does not hang", { timeout: 10_000 }, () => {
  const { descriptors } = readDescriptors(Buffer.from("router x 192.0.2.7\n".repeat(100_000)));
  expect(descriptors).toHaveLength(50_000);
});
