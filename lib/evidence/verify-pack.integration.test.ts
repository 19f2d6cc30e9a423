import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decide } from "../exit-policy/decide.ts";
import { parseDescriptorPolicy } from "../exit-policy/parse-descriptor-policy.ts";
import { aDescriptor } from "../testing/a-descriptor.ts";
import { aPackInput, documentsIn } from "../testing/a-pack.ts";
import { aStranger, type Change, replaced, sha256 } from "../testing/a-stranger.ts";
import type { PackInput } from "./pack-input.ts";

let stranger: ReturnType<typeof aStranger>;
const unzipped = (input: PackInput) => stranger.unzipped(input);
const verify = (place: string, ...target: string[]) => stranger.verify(place, ...target);
const changed = (place: string, name: string, change: Change, forger = false) =>
  stranger.verify(stranger.forged(place, name, change, forger));

beforeAll(() => {
  stranger = aStranger();
});
afterAll(() => stranger.leave());

function flip(bit: number) {
  return (before: Buffer) => {
    const bytes = Buffer.from(before);
    const at = Math.floor(bit / 8) % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
    return bytes;
  };
}

const DESCRIPTOR = "relay/relay7/descriptor-2026-02-01T00-00-00Z.txt";

test("a stranger verifies a genuine pack and learns what was announced", async () => {
  const place = await unzipped(aPackInput());
  const { status, output } = verify(place);
  expect(output).toContain(`ok     ${DESCRIPTOR}: RSA signature`);
  expect(output).toContain(`ok     ${DESCRIPTOR}: ed25519 signature`);
  expect(output).toContain("relay relay7 announced the address 192.0.2.7");
  expect(output).toContain("findings.json is about this complaint.eml");
  expect(output).not.toContain("WRONG");
  expect(status).toBe(0);
});

test.each(["complaint.eml", "findings.json", DESCRIPTOR, "SHA256SUMS", "README.txt", "VERIFY.md"])(
  "one flipped bit of %s is noticed, wherever it is",
  async (name) => {
    const place = await unzipped(aPackInput());
    const size = readFileSync(path.join(place, name)).length * 8;
    for (const bit of [0, 1, 0.25, 0.5, 0.77].map((part) => Math.floor(part * (size - 1)))) {
      const { status, output } = changed(place, name, flip(bit));
      expect(status, `${name} bit ${bit}`).toBe(1);
      expect(output).toContain("NOT GENUINE");
    }
  },
);

/** What somebody who wants to deceive would change, with all checksums made to fit. */
const FORGERIES: [string, string | RegExp, string][] = [
  ["the policy", "reject *:25", "accept *:25"],
  ["the address", "router relay7 192.0.2.7", "router relay7 192.0.2.8"],
  ["the time", "published 2026-02-01 00:00:00", "published 2026-02-02 00:00:00"],
  ["the contact, in a byte that is no letter", "\xbc", "\xb6"],
  ["a line behind the signature", /$/, "accept *:25\n"],
  ["a line before the descriptor", /^/, "@source 192.0.2.1\n"],
  ["a bit of the RSA signature", /(?<=router-signature\n-----BEGIN SIGNATURE-----\n)./, "!"],
  ["the RSA signature itself", /router-signature\n[\s\S]*$/, "router-signature\n"],
  ["the ed25519 signature", /(?<=router-sig-ed25519 )./, "!"],
  ["the master key", /(?<=master-key-ed25519 )./, "!"],
  ["everything", /[\s\S]+/, ""],
];
test.each(FORGERIES)("changing %s is noticed by the signatures alone", async (_what, from, to) => {
  const place = await unzipped(aPackInput());
  const { status, output } = changed(place, DESCRIPTOR, replaced(from, to), true);
  expect(output).not.toContain("was changed");
  expect(output).not.toContain("is not named in findings.json");
  expect(output).toContain("WRONG");
  expect(status).toBe(1);
});

test("a flipped bit of a descriptor is noticed by the signatures alone, wherever it is", async () => {
  const place = await unzipped(aPackInput());
  const size = readFileSync(path.join(place, DESCRIPTOR)).length;
  const spread = Array.from({ length: 30 }, (_, index) => Math.floor((index * size) / 30));
  // The signature itself is not signed: from its first line to the last newline but one.
  const end = Array.from({ length: 22 }, (_, index) => size - 2 - index * 11);
  for (const [index, at] of [...spread, ...end].entries()) {
    const bit = at * 8 + (index % 8);
    const { status, output } = changed(place, DESCRIPTOR, flip(bit), true);
    expect(output, `bit ${bit}`).not.toContain("was changed");
    expect(status, `bit ${bit}`).toBe(1);
  }
});

test("a descriptor signed by somebody else is not that of the relay", async () => {
  const input = aPackInput();
  const place = await unzipped(input);
  const other = aPackInput().documents[0];
  const { status, output } = changed(
    place,
    DESCRIPTOR,
    () => Buffer.from(other?.bytes ?? []),
    true,
  );
  expect(output).toContain("RSA signature");
  expect(output).toMatch(/WRONG .* not the one named/);
  expect(status).toBe(1);
});

test("a complaint that is not the one of the findings is noticed, with fitting checksums", async () => {
  const place = await unzipped(aPackInput());
  const text = readFileSync(path.join(place, "SHA256SUMS"), "utf8");
  const other = Buffer.from("Subject: another mail\n\n");
  const list = text.replace(/.*(?= {2}complaint.eml)/, sha256(other));
  writeFileSync(path.join(place, "SHA256SUMS"), list);
  writeFileSync(path.join(place, "complaint.eml"), other);
  const { status, output } = verify(place);
  expect(output).toContain("WRONG  findings.json is not about this complaint.eml");
  expect(status).toBe(1);
});

test("a file that was added or taken away is noticed", async () => {
  const place = await unzipped(aPackInput());
  writeFileSync(path.join(place, "relay/relay7/descriptor-2026.txt"), "");
  expect(verify(place)).toMatchObject({ status: 1 });
  rmSync(path.join(place, "relay/relay7/descriptor-2026.txt"));
  writeFileSync(path.join(place, "README"), "the beginning of a name that is listed");
  expect(verify(place).output).toContain("WRONG  a file was added");
  rmSync(path.join(place, "README"));
  expect(verify(place)).toMatchObject({ status: 0 });
  rmSync(path.join(place, "complaint.eml"));
  expect(verify(place).output).toContain("WRONG  complaint.eml is missing");
});

test("a pack without the mail and without signatures is checked as far as it goes", async () => {
  const input = aPackInput();
  const mail = { ...input.mail, bytes: null };
  const place = await unzipped({ ...input, mail, withheld: "sealed", documents: [] });
  const { status, output } = verify(place);
  expect(output).toContain("complaint.eml is not in this pack");
  expect(output).toContain("No document in this pack is signed");
  expect(status).toBe(0);
});

test("without the tools it says that it could not check, and not that all is well", async () => {
  const place = await unzipped(aPackInput());
  const env = { NODE_ENV: "test" as const, PATH: path.join(stranger.folder, "nothing") };
  const ran = spawnSync("/bin/sh", ["verify.sh"], { cwd: place, env, encoding: "utf8" });
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain("CANNOT CHECK");
});

const POLICY = [
  "reject 0.0.0.0/8:*",
  "reject 192.168.0.0/255.255.0.0:*",
  "accept 203.0.113.7:25",
  "reject *:25",
  "reject 203.0.113.128/25:1-1023",
  "accept *:20-23",
  "accept *:443",
  "reject 198.51.100.0/24:*",
  "accept 128.0.0.0/1:6667",
];
const NO_LINE = "accept, since no line matches";
test("the stranger's script names the deciding line that we name", async () => {
  const { policy } = parseDescriptorPolicy(POLICY);
  if (policy === null) throw new Error("no policy");
  const documents = documentsIn(Buffer.from(aDescriptor({ policy: POLICY })));
  const place = await unzipped({ ...aPackInput(), documents, relays: [] });
  const targets = [
    ["0.1.2.3", 80],
    ["192.168.255.255", 80],
    ["192.169.0.0", 443],
    ["203.0.113.7", 25],
    ["203.0.113.8", 25],
    ["203.0.113.127", 22],
    ["203.0.113.128", 22],
    ["203.0.113.255", 1024],
    ["198.51.100.20", 443],
    ["198.51.100.20", 8080],
    ["127.255.255.255", 6667],
    ["128.0.0.0", 6667],
    ["255.255.255.255", 65535],
  ] as const;
  for (const [ip, port] of targets) {
    const { output } = verify(place, `${ip}:${port}`);
    // We write a mask as a number of bits, the script shows the line as it was signed.
    const line = decide(policy, { ip, port }).rule?.replace("0/16:", "0/255.255.0.0:");
    expect(output).toContain(`Its exit policy decides ${ip}:${port} by: ${line ?? NO_LINE}\n`);
  }
  expect(verify(place, "2001:db8::1").status).toBe(2);
  expect(verify(place, "$(id):25").output).toContain("write the destination as");
});

// Real descriptors lie beside the repository where it is developed; a checkout alone does not have them.
const REAL = [
  "stem-server_descriptor_with_ed25519",
  "collector-relay-2016-10-02-16-05-00-server-descriptors",
].map((name) => path.join("..", "shared", "tor-data", name));
test.runIf(REAL.every((file) => existsSync(file)))(
  "real descriptors of old and newer relays are verified as we verify them",
  async () => {
    const documents = REAL.flatMap((file) => documentsIn(readFileSync(file)));
    expect(documents.length).toBeGreaterThan(9);
    const place = await unzipped({ ...aPackInput(), documents, relays: [] });
    const { status, output } = verify(place);
    expect(output.match(/: RSA signature$/gm)).toHaveLength(documents.length);
    expect(output).toContain("has no ed25519 signature");
    expect(output).toContain(": ed25519 signature");
    expect(status, output).toBe(0);
  },
);

test("the steps of VERIFY.md work as they stand", async () => {
  const place = await unzipped(aPackInput());
  const guide = readFileSync(path.join(place, "VERIFY.md"), "utf8");
  const steps = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
  expect(steps.length).toBeGreaterThan(6);
  const script = steps.join("").replace(/^F=.*/m, `F=${DESCRIPTOR}`);
  const env = { NODE_ENV: "test" as const, PATH: stranger.tools };
  const ran = spawnSync("/bin/sh", ["-ec", script], { cwd: place, env, encoding: "utf8" });
  expect(ran.stderr).not.toMatch(/error/i);
  expect(ran.status).toBe(0);
  expect(ran.stdout.match(/Signature Verified Successfully/g)).toHaveLength(2);
  const hex = ran.stdout.match(/^[0-9a-f]{40}(?= |$)/gm) ?? [];
  expect(hex).toHaveLength(2);
  expect(hex[0]).toBe(hex[1]);
});
