import { expect, test } from "vitest";
import { isPublicIp, specialRange } from "./special-range.ts";

test.each([
  ["10.1.2.3", "private"],
  ["172.31.255.255", "private"],
  ["172.32.0.0", null],
  ["100.64.0.1", "shared"],
  ["127.0.0.1", "loopback"],
  ["169.254.1.1", "link-local"],
  ["224.0.0.251", "multicast"],
  ["255.255.255.255", "reserved"],
  ["0.0.0.0", "unspecified"],
  ["::", "unspecified"],
  ["::1", "loopback"],
  ["fe80::1", "link-local"],
  ["fd00::1", "private"],
  ["::ffff:10.0.0.1", "reserved"],
  ["192.0.2.1", null],
  ["198.51.100.1", null],
  ["203.0.113.1", null],
  ["2001:db8::1", null],
])("%s is %s", (ip, expected) => {
  expect(specialRange(ip)).toBe(expected);
  expect(isPublicIp(ip)).toBe(expected === null);
});

test("text that is no address is not a public address", () => {
  expect(isPublicIp("mail.example")).toBe(false);
});
