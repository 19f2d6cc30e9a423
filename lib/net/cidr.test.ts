import { expect, test } from "vitest";
import { cidrContains, parseCidr } from "./cidr.ts";

test.each([
  ["192.0.2.7/24", "192.0.2.0/24"],
  ["192.0.2.7/32", "192.0.2.7"],
  ["192.0.2.7", "192.0.2.7"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["255.255.255.255/1", "128.0.0.0/1"],
  ["2001:DB8::ffff/33", "2001:db8::/33"],
  ["2001:db8:8000::/33", "2001:db8:8000::/33"],
  ["::1/128", "::1"],
])("reads %s", (text, expected) => {
  expect(parseCidr(text)).toBe(expected);
});

test.each(["192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/", "192.0.2.0/08", "::/129", "10/8", "*/8"])(
  "refuses %j",
  (text) => {
    expect(parseCidr(text)).toBeNull();
  },
);

test.each([
  ["192.0.2.0/24", "192.0.2.255", true],
  ["192.0.2.0/24", "192.0.3.0", false],
  ["0.0.0.0/0", "203.0.113.9", true],
  ["0.0.0.0/0", "::ffff:203.0.113.9", false],
  ["2001:db8::/32", "2001:db8:ffff::1", true],
  ["2001:db8::/32", "2001:db9::1", false],
  ["2001:db8::8000:0/97", "2001:db8::8000:1", true],
  ["2001:db8::8000:0/97", "2001:db8::1", false],
  ["nonsense", "192.0.2.1", false],
])("%s contains %s: %s", (cidr, ip, expected) => {
  expect(cidrContains(cidr, ip)).toBe(expected);
});
