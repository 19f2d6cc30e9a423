import { expect, test } from "vitest";
import { isOutside, isPublicIp, specialRange } from "./special-range.ts";

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
  ["192.88.99.1", "translated"],
  ["64:ff9b::10.0.0.1", "translated"],
  ["64:ff9b::ffff:ffff", "translated"],
  ["64:ff9b:0:0:0:1::", null],
  ["64:ff9b:1:ffff:ffff:ffff:ffff:ffff", "translated"],
  ["64:ff9b:2::", null],
  ["::127.0.0.1", "translated"],
  ["::ffff:0:127.0.0.1", "translated"],
  ["100::1", "reserved"],
  ["100:0:0:1::1", "reserved"],
  ["100:0:0:2::1", null],
  ["2001::1", "translated"],
  ["2001:2::1", "benchmark"],
  ["2001:1ff:ffff::1", "reserved"],
  ["2001:200::1", null],
  ["2002:7f00:1::1", "translated"],
  ["2003::1", null],
  ["5f00::1", "reserved"],
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

test.each([
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.255.255",
  "192.0.1.1",
  "192.31.196.1",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2001:4860::1",
  "2606:4700::1",
  "2620:4f:8000::1",
])("%s may be spoken to", (ip) => {
  expect(isOutside(ip)).toBe(true);
});

test.each([
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.0",
  "100.127.255.255",
  "127.255.255.255",
  "169.254.169.254",
  "172.16.0.0",
  "192.0.0.170",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.255.255",
  "198.19.255.255",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::8.8.8.8",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
  "64:ff9b:1::1",
  "100::1",
  "1fff:ffff::1",
  "2001:0:808:808::1",
  "2001:20::1",
  "2001:db8::1",
  "2002:808:808::1",
  "3fff:fff::1",
  "4000::1",
  "5f00::1",
  "fc00::1",
  "fdff::1",
  "fe80::1",
  "febf::1",
  "fec0::1",
  "ff02::1",
  "fe80::1%eth0",
  "localhost",
  "0177.0.0.1",
  "127.1",
  "2130706433",
])("%s may not", (ip) => {
  expect(isOutside(ip)).toBe(false);
});
