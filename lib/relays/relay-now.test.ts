import { expect, test } from "vitest";
import type { Relay } from "./history.ts";
import { relayNow } from "./relay-now.ts";

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const learnt = { source: "operator", learnedAt: at("2026-01-02") };
const relay: Relay = {
  nickname: "marigold",
  fingerprint: "A".repeat(40),
  tenures: [
    { ip: "192.0.2.6", from: at("2025-01-01"), to: at("2026-01-01"), ...learnt },
    { ip: "192.0.2.7", from: at("2026-01-01"), to: null, ...learnt },
    {
      ip: "2001:db8::7",
      from: at("2026-01-05"),
      to: null,
      confirmedAt: at("2026-02-01"),
      ...learnt,
    },
  ],
  policies: [
    {
      lines: ["reject *:*"],
      form: "descriptor",
      from: at("2025-01-01"),
      to: at("2026-01-01"),
      ...learnt,
    },
    {
      lines: ["ExitRelay 1", "ExitPolicy accept *:22", "ExitPolicy reject *:*"],
      form: "torrc",
      from: at("2026-01-01"),
      to: null,
      ...learnt,
    },
  ],
  uptime: [],
};

test("now it holds two addresses and is an exit", () => {
  expect(relayNow(relay, at("2026-03-01"))).toMatchObject({
    addresses: [
      { ip: "192.0.2.7", since: at("2026-01-01") },
      { ip: "2001:db8::7", since: at("2026-01-05") },
    ],
    isExit: true,
    policySince: at("2026-01-01"),
    seenAt: at("2026-02-01"),
  });
});

test("then it held another and let nothing out; before, nothing is known", () => {
  expect(relayNow(relay, at("2025-06-01"))).toMatchObject({
    addresses: [{ ip: "192.0.2.6" }],
    isExit: false,
  });
  expect(relayNow(relay, at("2024-06-01"))).toMatchObject({
    addresses: [],
    policy: null,
    isExit: null,
    seenAt: null,
  });
});
