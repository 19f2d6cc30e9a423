import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PUBLIC_AUTHORITIES } from "../relays/authorities.ts";
import { consensusExcerpt } from "../relays/consensus-excerpt.ts";
import { readConsensus } from "../relays/read-consensus.ts";
import type { SignedDocument } from "../relays/signed-document.ts";
import { aPackInput } from "../testing/a-pack.ts";
import {
  type Authority,
  aSignedConsensus,
  certificatesOf,
  type ListedRelay,
  listOf,
  someAuthorities,
} from "../testing/a-signed-consensus.ts";
import { aStranger, replaced } from "../testing/a-stranger.ts";
import type { PackInput } from "./pack-input.ts";

const TIME = "2026-02-03 04:00:00";
const EXCERPT = "relay/relay7/consensus-2026-02-03T04-00-00Z.txt";
const LEARNT = { source: "file", learnedAt: 0 };
let stranger: ReturnType<typeof aStranger>;
let authorities: Authority[];

beforeAll(() => {
  stranger = aStranger();
  authorities = someAuthorities(3);
});
afterAll(() => stranger.leave());

/** A relay's descriptor, and the consensus of the hour that lists it among others. */
function aListing(signers = authorities): {
  input: PackInput;
  consensus: string;
  relay: ListedRelay;
} {
  const input = aPackInput();
  const [descriptor] = input.documents;
  const text = Buffer.from(descriptor?.bytes ?? []).toString("latin1");
  const signed = text.slice(0, text.indexOf("router-signature\n") + 17);
  const relay: ListedRelay = {
    nickname: "relay7",
    fingerprint: descriptor?.fingerprint ?? "",
    descriptorDigest: createHash("sha1").update(signed, "latin1").digest("hex"),
    ip: "192.0.2.7",
  };
  const other = { ...relay, nickname: "other", fingerprint: "AB".repeat(20), ip: "192.0.2.99" };
  const consensus = aSignedConsensus(
    TIME,
    [other, relay, { ...other, nickname: "third", fingerprint: "CD".repeat(20) }],
    signers,
  );
  const excerpt = excerptOf(consensus, relay.fingerprint);
  return { input: { ...input, documents: [...input.documents, excerpt] }, consensus, relay };
}

function excerptOf(consensus: string, fingerprint: string): SignedDocument {
  const facts = readConsensus(consensus);
  const excerpt = consensusExcerpt({ ...facts, text: consensus }, fingerprint, LEARNT);
  if (excerpt === null) throw new Error("no excerpt");
  return excerpt;
}

function files(consensus: string, trusted = authorities): string[] {
  return [
    ...[
      "--consensus",
      stranger.fetched("consensus", `@type network-status-consensus-3 1.0\n${consensus}`),
    ],
    ...["--certs", stranger.fetched("certs", certificatesOf(authorities))],
    ...["--authorities", stranger.fetched("authorities", listOf(trusted))],
  ];
}

test("without the consensus the excerpt says where it is, and that it was not checked", async () => {
  const place = await stranger.unzipped(aListing().input);
  const { status, output } = stranger.verify(place);
  expect(output).toContain("consensuses/consensuses-2026-02.tar.xz");
  expect(output).toContain("consensuses-2026-02/03/2026-02-03-04-00-00-consensus");
  expect(output).toContain("NOT CHECKED: whether it says so");
  expect(output).toContain("1 consensus excerpt(s) were NOT CHECKED");
  expect(output).toMatch(/It names the descriptor relay\/relay7\/descriptor-/);
  expect(status).toBe(0);
});

test("with the consensus and the authorities' certificates everything is checked", async () => {
  const { input, consensus } = aListing();
  const place = await stranger.unzipped(input);
  const { status, output } = stranger.verify(place, ...files(consensus));
  expect(output).toContain(`ok     ${EXCERPT}: the consensus given has the sha1 it names`);
  expect(output).toContain(
    `ok     ${EXCERPT}: what it says stands in the consensus given, word for word`,
  );
  expect(output).toContain("3 directory authorities signed that consensus: auth0, auth1, auth2");
  expect(output).toContain("\nEverything fits.\n");
  expect(output).not.toContain("WRONG");
  expect(status).toBe(0);
});

test("a destination and the files may be given together, and relative to where one stands", async () => {
  const { input, consensus } = aListing();
  const place = await stranger.unzipped(input);
  const [flag = "", file = ""] = files(consensus);
  const near = path.relative(place, file);
  const { status, output } = stranger.verify(place, flag, near, "198.51.100.20:25");
  expect(output).toContain("Its exit policy decides 198.51.100.20:25 by: reject *:25");
  expect(status).toBe(0);
});

/** Changes of the excerpt by somebody who makes all checksums fit. */
const FORGERIES: [string, string | RegExp, string][] = [
  ["the address", "192.0.2.7 9001", "192.0.2.8 9001"],
  ["the flags", "Exit Fast", "Fast"],
  ["the port summary", "accept 80,443", "accept 80"],
  ["the end of its validity", "valid-until 2026-02-03 07", "valid-until 2026-02-03 09"],
  ["a line more", "w Bandwidth", "a [2001:db8::7]:9001\nw Bandwidth"],
  ["a line less", "v Tor 0.4.9.11\n", ""],
  ["the footer", "Wbd=0", "Wbd=1"],
  ["the digest it names", /(?<=signed-part-sha1 )./, "x"],
  ["the other digest it names", /(?<=signed-part-sha256 )./, "x"],
  ["the relay it is about", /(?<=\nr relay7 )./, "_"],
  ["a second entry", "directory-footer", "r relay7 x y\ndirectory-footer"],
  ["its first line", "exitdesk-consensus-excerpt 1", "exitdesk-consensus-excerpt 2"],
];
test.each(FORGERIES)("changing %s is noticed", async (_what, from, to) => {
  const { input, consensus } = aListing();
  const place = await stranger.unzipped(input);
  const copy = stranger.forged(place, EXCERPT, replaced(from, to), true);
  const { status, output } = stranger.verify(copy, ...files(consensus));
  expect(output).not.toContain("was changed");
  expect(output).toContain(`WRONG  ${EXCERPT}`);
  expect(status).toBe(1);
});

test("an excerpt moved to another hour finds no consensus", async () => {
  const { input, consensus } = aListing();
  const place = await stranger.unzipped(input);
  const change = replaced("valid-after 2026-02-03 04", "valid-after 2026-02-03 05");
  const copy = stranger.forged(place, EXCERPT, change, true);
  const { status, output } = stranger.verify(copy, ...files(consensus));
  expect(output).toContain("WRONG  no excerpt in this pack is of the consensus given");
  expect(status).toBe(1);
});

test("a consensus somebody made up fits its excerpt, but no authority signed it", async () => {
  const strangers = someAuthorities(3);
  const { input, consensus } = aListing(strangers);
  const place = await stranger.unzipped(input);
  const { status, output } = stranger.verify(place, ...files(consensus));
  expect(output).toContain("stands in the consensus given, word for word");
  expect(output).toContain("signatures of 0 directory authorities fit, 2 are needed");
  expect(status).toBe(1);
});

test("signatures of a minority, and of the same authority again and again, are not enough", async () => {
  const [one] = authorities;
  const { input, consensus } = aListing(one ? [one, one, one] : []);
  const place = await stranger.unzipped(input);
  expect(stranger.verify(place, ...files(consensus)).output).toContain(
    "signatures of 1 directory authorities fit, 2 are needed",
  );
});

test("signatures copied from the consensus of another hour do not fit", async () => {
  const { input, consensus, relay } = aListing();
  const next = aSignedConsensus("2026-02-03 05:00:00", [relay], authorities);
  const place = await stranger.unzipped(input);
  const donated = next.slice(next.indexOf("directory-signature "));
  const change = replaced(/directory-signature [\s\S]*/, donated);
  const copy = stranger.forged(place, EXCERPT, change, true);
  const { status, output } = stranger.verify(copy, ...files(consensus));
  expect(output).toContain("signatures of 0 directory authorities fit");
  expect(status).toBe(1);
});

test("Tor's own authorities are trusted unless others are named, and an expired key is not", async () => {
  const { input, consensus } = aListing();
  const place = await stranger.unzipped(input);
  const given = files(consensus);
  expect(stranger.verify(place, ...given.slice(0, 4)).output).toContain(
    "0 directory authorities fit, 5 are needed",
  );
  const expired = stranger.fetched("certs", certificatesOf(authorities, "2026-02-01 00:00:00"));
  const output = stranger.verify(place, "--certs", expired, ...given.slice(4)).output;
  expect(output).toContain("signatures of 0 directory authorities fit");
});

test("the script trusts the authorities the desk trusts", () => {
  const script = readFileSync("templates/evidence-pack/verify.sh", "utf8");
  const pinned = [...script.matchAll(/^(\w+) ([0-9A-F]{40})$/gm)];
  expect(new Map(pinned.map(([, name = "", print = ""]) => [print, name]))).toEqual(
    PUBLIC_AUTHORITIES.names,
  );
});

test("wrong use is refused in one line", async () => {
  const place = await stranger.unzipped(aListing().input);
  expect(stranger.verify(place, "--consensus")).toMatchObject({ status: 2 });
  const { status, output } = stranger.verify(place, "--certs", "/does/not/exist");
  expect(output).toContain("CANNOT CHECK: the file /does/not/exist cannot be read");
  expect(status).toBe(2);
});

// The real thing lies beside the repository where it is developed; a checkout alone does not have it.
const REAL = path.join("..", "shared", "tor-data", "safe_tor-2022-11-19-cached-");
test.runIf(existsSync(`${REAL}certs`)).each(["consensus", "microdesc-consensus"])(
  "a real %s of the public network is verified with eight authorities' signatures",
  async (name) => {
    const file = path.resolve(`${REAL}${name}`);
    const text = readFileSync(file, "latin1");
    const [relay] = readConsensus(text).relays.slice(-1);
    const place = await stranger.unzipped({
      ...aPackInput(),
      documents: [excerptOf(text, relay?.fingerprint ?? "")],
    });
    const certs = path.resolve(`${REAL}certs`);
    const { status, output } = stranger.verify(place, "--consensus", file, "--certs", certs);
    expect(output).toContain("8 directory authorities signed that consensus");
    expect(output).toContain("stands in the consensus given, word for word");
    expect(status, output).toBe(0);
  },
);
