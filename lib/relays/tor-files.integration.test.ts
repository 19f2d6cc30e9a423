import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PUBLIC_AUTHORITIES } from "./authorities.ts";
import { checkConsensus } from "./consensus-signatures.ts";
import { readDescriptors } from "./read-descriptor.ts";
import { readTorDocument } from "./read-tor-document.ts";
import { ofKind, type TorDocument } from "./tor-document.ts";

/** Which kind each real file is, by the end of its path, and how much stands in it. */
const KINDS: [RegExp, TorDocument["kind"]][] = [
  [/(?:-vote|v3-status-votes|extra-infos|extrainfo[.]new|detached_signatures)$/, "nothing"],
  [/stats-sample[/][a-z]+-stats$|router-stability$|keys[/][a-z0-9_]+$/, "nothing"],
  [/fallbacks[.]cfg$|index[.]json$|fingerprint-ed25519$|bridge_descriptor/, "nothing"],
  [/consensus(?:-microdesc)?$/, "consensus"],
  [/microdescs(?:[.]new)?$/, "microdescriptors"],
  [/certs$|authority_certificate$/, "certificates"],
  [/exitlist$/, "exit-list"],
  [/onionoo.*[.]json$/, "onionoo"],
  [/notices[.](?:accelerated-clock[.])?log$/, "notice-log"],
  [/relay[/]state(?:[.]after-shutdown)?$/, "state"],
  [/relay[/]fingerprint$/, "fingerprint"],
  [/relay[/]torrc$/, "torrc"],
  [/desc/, "descriptors"],
  [/cr_in_contact_line$|negative_uptime$/, "descriptors"],
  [/SOURCES[.]tsv$/, "unreadable"],
];

const CONTEXT = {
  clock: { zone: 0, writtenBefore: Date.parse("2026-11-23T00:00:00Z") },
  learnedAt: 0,
};
const DOCUMENTS = ["tor-data", "tor-datadir"].flatMap(readFolder);

test("every file of the network's and of a relay's own is known for what it is", () => {
  const wrong = DOCUMENTS.filter(
    ({ name, kind }) => kind !== KINDS.find(([pattern]) => pattern.test(name))?.[1],
  );
  expect(DOCUMENTS.length).toBeGreaterThan(60);
  expect(wrong.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([]);
});

test("what is valid has no problem, what is not has exactly one", () => {
  const problems = DOCUMENTS.map(({ name, kind, problems: all }) => ({ name, kind, all }));
  expect(problems.filter(({ kind, all }) => kind !== "unreadable" && all.length > 0)).toEqual([]);
  expect(problems.filter(({ kind, all }) => kind === "unreadable" && all.length !== 1)).toEqual([]);
});

test("every signature of every real descriptor fits, and none after one bit was turned", () => {
  const descriptors = ofKind(DOCUMENTS, "descriptors").flatMap((each) => each.descriptors);
  expect(descriptors.length).toBeGreaterThan(900);
  expect(descriptors.filter(({ rsa }) => rsa !== "valid")).toEqual([]);
  expect(descriptors.filter(({ ed25519 }) => ed25519 === "invalid")).toEqual([]);
  expect(descriptors.filter(({ ed25519 }) => ed25519 === "valid").length).toBeGreaterThan(10);
  const bytes = readFileSync(pathOf("tor-datadir/own-descriptor"));
  for (const place of ["accept", "published", "contact", "router-signature\n-----BEGIN"]) {
    const flipped = Uint8Array.from(bytes);
    const at = bytes.indexOf(place) + place.length + 3;
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect(readDescriptors(flipped).descriptors[0]?.rsa, place).not.toBe("valid");
  }
});

test("the public network's consensuses are signed by a majority of its authorities", () => {
  const certificates = ofKind(DOCUMENTS, "certificates").flatMap((each) => each.certificates);
  const standings = ofKind(DOCUMENTS, "consensus")
    .filter(({ name }) => name.includes("safe_tor"))
    .map(({ consensus, signatures }) =>
      signatures === null
        ? null
        : checkConsensus(signatures, consensus.validAfter, certificates, PUBLIC_AUTHORITIES),
    );
  expect(standings).toHaveLength(2);
  for (const standing of standings) {
    expect(standing).toMatchObject({ state: "valid", needed: 5 });
    expect(standing?.signedBy).toHaveLength(8);
  }
});

test("descriptors and microdescriptors are found by the digest the consensus names", () => {
  const digests = new Set(
    ofKind(DOCUMENTS, "consensus").flatMap(({ consensus }) =>
      consensus.relays.flatMap((relay) => [relay.descriptorDigest, relay.microdescDigest]),
    ),
  );
  const named = (digest: string | null) => digest !== null && digests.has(digest);
  const count = (file: string, all: { digest: string | null }[]) =>
    [file, all.filter(({ digest }) => named(digest)).length] as const;
  const found = DOCUMENTS.flatMap((document) => {
    if (document.kind === "descriptors") return [count(document.name, document.descriptors)];
    if (document.kind === "microdescriptors")
      return [count(document.name, document.microdescriptors)];
    return [];
  });
  expect(found).toContainEqual(["tor-data/zoossh-2014-12-08-server-descriptors", 540]);
  expect(found).toContainEqual(["tor-data/safe_tor-2022-11-19-cached-microdescs.new", 1722]);
});

test("any real file cut off anywhere is read as far as it goes, or is one problem a line", () => {
  for (const { name } of DOCUMENTS) {
    const bytes = readFileSync(pathOf(name)).subarray(0, 60_000);
    for (const part of [0, 0.1, 0.5, 0.9]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * part));
      const { problems } = readTorDocument({ name, bytes: cut }, CONTEXT);
      expect(problems.length, name).toBeLessThan(6);
      for (const { text } of problems) expect(text).toMatch(/^[^\n]{5,600}$/);
    }
  }
});

function readFolder(folder: string): TorDocument[] {
  return readdirSync(pathOf(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => {
      const name = path.relative(pathOf("."), file);
      return readTorDocument({ name, bytes: readFileSync(file) }, CONTEXT);
    });
}

/** The documents lie beside the repository; without them this test proves nothing, so it fails. */
function pathOf(name: string): string {
  const file = path.join(import.meta.dirname, "../../../shared", name);
  if (!existsSync(file)) throw new Error(`${file} is missing: put it there and run again`);
  return file;
}
