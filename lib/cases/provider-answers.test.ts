import { expect, test } from "vitest";
import { providerAnswers } from "./provider-answers.ts";

const at = Date.parse("2026-03-01T12:00:00Z");
const line = { lines: ["reject 203.0.113.5:22"], from: at, expiresAt: at + 7 * 86_400_000 };
const known = {
  summary: "Port 22 was allowed.",
  letter: "Hello,\nwe run a relay.",
  mitigations: [],
};

test.each([
  ["Linode", ["source", "done", "prevented"]],
  ["Hetzner", ["source", "done"]],
  ["Contabo", ["done"]],
  ["AWS", ["letter"]],
  ["Hoster", []],
])("%s is answered in its own order", (provider, names) => {
  expect(providerAnswers(provider, known).map(({ name }) => name)).toEqual(names);
});

test.each([
  ["proposed", at, null],
  ["active", null, null],
  ["expired", at, null],
  ["active", at, "Our relay has refused this since 2026-03-01 12:00 UTC: reject 203.0.113.5:22."],
] as const)(
  "a line that is %s since %s: nothing is claimed that is not in force",
  (state, from, text) => {
    const [done] = providerAnswers("Contabo", {
      ...known,
      mitigations: [{ ...line, state, from }],
    });
    expect(done?.text).toBe(text);
  },
);
