import { expect, test } from "vitest";
import { ipBits } from "../net/ip-bits.ts";
import { isPublicForTor } from "./is-public-for-tor.ts";

/** Seen with tor 0.4.9.11: OutboundBindAddress under ExitPolicyRejectLocalInterfaces. */
test.each([
  ["240.0.0.1", true],
  ["198.18.0.1", true],
  ["100.63.1.1", true],
  ["100.64.1.1", false],
  ["224.0.0.1", false],
  ["0.1.2.3", false],
  ["192.168.0.1", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:198.51.100.1", true],
  ["::2", true],
  ["::1", false],
  ["64:ff9b::1", true],
  ["fec0::1", false],
])("%s: %s", (ip, expected) => {
  const bits = ipBits(ip);
  expect(bits && isPublicForTor(bits)).toBe(expected);
});
