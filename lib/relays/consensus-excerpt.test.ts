import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  aSignedConsensus,
  type ListedRelay,
  someAuthorities,
} from "../testing/a-signed-consensus.ts";
import { consensusExcerpt, consensusExcerpts } from "./consensus-excerpt.ts";
import { readTorDocument } from "./read-tor-document.ts";

const LEARNT = { source: "file", learnedAt: 5 };
const OURS = "AB".repeat(20);
const [ONE, OTHER] = someAuthorities(2);
const AUTHORITIES = [ONE, OTHER].filter((each) => each !== undefined);

function listed(given: Partial<ListedRelay> = {}): ListedRelay {
  return {
    nickname: "relay7",
    fingerprint: OURS,
    descriptorDigest: "01".repeat(20),
    ip: "192.0.2.7",
    ...given,
  };
}

function excerpt(text: string, flavor = "ns"): string | null {
  const validAfter = Date.parse("2026-02-03T04:00:00Z");
  const document = consensusExcerpt({ text, validAfter, flavor }, OURS, LEARNT);
  return document === null ? null : Buffer.from(document.bytes).toString("latin1");
}

test("an excerpt names the whole and holds the relay's entry and all signatures, byte for byte", () => {
  const stranger = listed({ nickname: "other", fingerprint: "CD".repeat(20), ip: "192.0.2.9" });
  const text = aSignedConsensus("2026-02-03 04:00:00", [stranger, listed(), stranger], AUTHORITIES);
  const signed = text.slice(
    0,
    text.indexOf("directory-signature ") + "directory-signature ".length,
  );
  const [ours, theirs = ""] = (excerpt(text) ?? "").split("network-status-version 3\n");
  expect(ours?.split("\n")).toEqual([
    "exitdesk-consensus-excerpt 1",
    `signed-part-sha1 ${createHash("sha1").update(signed).digest("hex")}`,
    `signed-part-sha256 ${createHash("sha256").update(signed).digest("hex")}`,
    "archive collector.torproject.org/archive/relay-descriptors/consensuses/consensuses-2026-02.tar.xz",
    "archived-file consensuses-2026-02/03/2026-02-03-04-00-00-consensus",
    "",
  ]);
  expect(theirs).toMatch(
    /^vote-status consensus\nvalid-after .*\nfresh-until .*\nvalid-until .*\nr relay7 /,
  );
  expect(theirs.match(/^r /gm)).toHaveLength(1);
  expect(theirs).toContain(
    "\ns Exit Fast Running Valid\nv Tor 0.4.9.11\nw Bandwidth=1000\np accept 80,443\ndirectory-footer\n",
  );
  expect(theirs.endsWith(text.slice(text.indexOf("directory-footer")))).toBe(true);
  // An annotation before the document belongs to the archive, not to what was signed.
  expect(excerpt(`@type network-status-consensus-3 1.0\n${text}`)).toBe(excerpt(text));
});

test("the last relay of the list is found, and the archive of the other flavour", () => {
  const text = aSignedConsensus("2026-02-03 04:00:00", [listed()], AUTHORITIES);
  expect(excerpt(text, "microdesc")).toContain(
    "archived-file microdescs-2026-02/consensus-microdesc/03/2026-02-03-04-00-00-consensus-microdesc",
  );
});

test.each([
  ["somebody else's", [listed({ fingerprint: "CD".repeat(20) })], AUTHORITIES],
  [
    "one whose descriptor has our fingerprint for a digest",
    [listed({ fingerprint: "CD".repeat(20), descriptorDigest: OURS })],
    AUTHORITIES,
  ],
  [
    "one whose nickname is our fingerprint",
    [listed({ fingerprint: "CD".repeat(20), nickname: `x ${OURS}` })],
    AUTHORITIES,
  ],
  ["nobody's signature", [listed()], []],
])("no excerpt: %s", (_what, relays, authorities) => {
  expect(excerpt(aSignedConsensus("2026-02-03 04:00:00", relays, authorities))).toBe(null);
});

test("of all documents only what they say of our relays is kept", () => {
  const text = aSignedConsensus(
    "2026-02-03 04:00:00",
    [listed(), listed({ fingerprint: "CD".repeat(20) })],
    AUTHORITIES,
  );
  const context = { clock: { zone: 0, writtenBefore: 0 }, learnedAt: 5 };
  const document = readTorDocument({ name: "consensus", bytes: Buffer.from(text) }, context);
  const found = consensusExcerpts([document], new Set([OURS]), LEARNT);
  expect(found).toMatchObject([
    {
      kind: "consensus",
      fingerprint: OURS,
      publishedAt: Date.parse("2026-02-03T04:00:00Z"),
      ...LEARNT,
    },
  ]);
  expect(found[0]?.bytes.length).toBeLessThan(2000);
});
