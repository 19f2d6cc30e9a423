import { expect, test } from "vitest";
import { familyClaims } from "./family-claims.ts";
import { readTorFiles } from "./read-tor-files.ts";

const [OURS, OTHER, THIRD] = ["A", "B", "C"].map((letter) => letter.repeat(40)) as [
  string,
  string,
  string,
];
const NOW = Date.parse("2026-03-01T00:00:00Z");

function claims(text: string) {
  const file = { name: "a file", bytes: Buffer.from(text), modifiedAt: null };
  return familyClaims(readTorFiles([file], { zone: null, now: NOW }), (print) => print === OURS);
}

test("MyFamily of a torrc, over several lines and in every form, nicknames left out", () => {
  const found = claims(
    `Nickname relay7\nORPort 192.0.2.7:9001\nMyFamily $${OTHER}, ${THIRD}~third\nMyFamily nickname,$${OURS}\n`,
  );
  expect(found).toEqual([
    {
      fingerprint: OTHER,
      nickname: null,
      namedBy: "relay7",
      source: "torrc (MyFamily)",
      mutual: false,
    },
    {
      fingerprint: THIRD,
      nickname: null,
      namedBy: "relay7",
      source: "torrc (MyFamily)",
      mutual: false,
    },
  ]);
});

test("Onionoo's effective family of ours, with the names it knows; that of a stranger who lists ours is nothing", () => {
  const relay = (fingerprint: string, nickname: string, family: string[]) => ({
    fingerprint,
    nickname,
    or_addresses: ["192.0.2.7:9001"],
    effective_family: family,
  });
  const document = (...relays: unknown[]) =>
    JSON.stringify({ relays_published: "2026-03-01 00:00:00", relays });
  expect(
    claims(document(relay(OURS, "ours", [OTHER, OURS]), relay(OTHER, "other", [OURS]))),
  ).toEqual([
    {
      fingerprint: OTHER,
      nickname: "other",
      namedBy: "ours",
      source: "Onionoo (effective family)",
      mutual: true,
    },
  ]);
  expect(claims(document(relay(THIRD, "stranger", [OURS, OTHER])))).toEqual([]);
});
