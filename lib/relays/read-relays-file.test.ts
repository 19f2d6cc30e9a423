import { expect, test } from "vitest";
import { readRelaysFile } from "./read-relays-file.ts";

const FP = "0123456789abcdef0123456789abcdef01234567";
const LEARNED = Date.parse("2026-03-01T00:00:00Z");

function relay(given: object = {}) {
  return {
    nickname: "relay7",
    fingerprint: FP,
    tenures: [{ ip: "192.0.2.7", from: "2026-01-01T00:00:00Z", to: null }],
    policies: [{ lines: ["ExitPolicy accept *:80"], from: "2026-01-01T00:00:00Z", to: null }],
    uptime: [{ from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }],
    ...given,
  };
}

function read(...relays: object[]) {
  return readRelaysFile(JSON.stringify({ relays }), LEARNED);
}

test("a relays file becomes a history that names the file as its source", () => {
  const { history, problems } = read(relay());
  const sourced = { source: "relays file", learnedAt: LEARNED };
  const from = Date.parse("2026-01-01T00:00:00Z");
  expect(problems).toEqual([]);
  expect(history?.relays).toEqual([
    {
      nickname: "relay7",
      fingerprint: FP.toUpperCase(),
      tenures: [{ ip: "192.0.2.7", from, to: null, ...sourced }],
      policies: [{ lines: ["ExitPolicy accept *:80"], form: "torrc", from, to: null, ...sourced }],
      uptime: [{ from, to: Date.parse("2026-02-01T00:00:00Z"), ...sourced }],
    },
  ]);
});

test("what may be left out is left out: end, policies, uptime, fingerprint", () => {
  const { history } = read({ nickname: "r", tenures: [{ ip: "2001:DB8::7", from: "2026-01-01" }] });
  expect(history?.relays[0]).toMatchObject({
    fingerprint: "unknown:r@2001:db8::7",
    tenures: [{ ip: "2001:db8::7", from: Date.parse("2026-01-01T00:00:00Z"), to: null }],
    policies: [],
    uptime: [],
  });
});

test.each([
  ["torrc lines", ["ExitRelay 1", "exitpolicy reject *:25"], "torrc"],
  ["descriptor lines", ["reject *:25", "accept *:*"], "descriptor"],
  [
    "descriptor lines with IPv6",
    ["accept *:80", "reject *:*", "ipv6-policy accept 80"],
    "descriptor",
  ],
  ["bare lines with IPv6 rules", ["reject6 *:25", "accept *:*"], "torrc"],
])("%s are known for what they are", (_name, lines, form) => {
  const { history } = read(relay({ policies: [{ lines, from: "2026-01-01", to: null }] }));
  expect(history?.relays[0]?.policies[0]?.form).toBe(form);
});

test.each([
  ["no JSON", "{", /^The relays file is not valid JSON/],
  ["another shape", "[]", /^the relays file: /],
  ["no relays", "{}", /^relays: /],
  [
    "an address that is none",
    one({ tenures: [{ ip: "192.0.2.999", from: "2026-01-01" }] }),
    /^relays\[0\]\.tenures\[0\]\.ip: "192\.0\.2\.999" is not an IP address$/,
  ],
  [
    "a time that is none",
    one({ uptime: [{ from: "yesterday" }] }),
    /^relays\[0\]\.uptime\[0\]\.from: "yesterday" is no time/,
  ],
  [
    "a day that does not exist",
    one({ uptime: [{ from: "2026-02-30T00:00:00Z" }] }),
    /uptime\[0\]\.from/,
  ],
  [
    "an interval that ends before it begins",
    one({ uptime: [{ from: "2026-02-01", to: "2026-01-01" }] }),
    /^relays\[0\]\.uptime\[0\]: ends before it begins/,
  ],
  ["a short fingerprint", one({ fingerprint: "ABC" }), /^relays\[0\]\.fingerprint: /],
  [
    "a policy line tor refuses",
    one({ policies: [{ lines: ["ExitPolicy accept *:99999"], from: "2026-01-01" }] }),
    /^relays\[0\]\.policies\[0\]\.lines: .*99999/,
  ],
  [
    "an empty policy",
    one({ policies: [{ lines: [], from: "2026-01-01" }] }),
    /^relays\[0\]\.policies\[0\]\.lines: has no line/,
  ],
  ["two flaws", one({ nickname: "", fingerprint: 7 }), /^relays\[0\]\.nickname: .*\(and 1 more\)$/],
])("%s gives no history and one problem that names the field", (_name, text, says) => {
  const { history, problems } = readRelaysFile(text, LEARNED);
  expect(history).toBeNull();
  expect(problems.map((each) => each.text)).toEqual([expect.stringMatching(says)]);
});

function one(given: object): string {
  return JSON.stringify({ relays: [relay(given)] });
}
