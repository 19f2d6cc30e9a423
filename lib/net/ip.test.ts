import { isIP } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ipFamily, parseIp } from "./ip.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["0.0.0.0", "0.0.0.0"],
  ["255.255.255.255", "255.255.255.255"],
  ["2001:DB8::1", "2001:db8::1"],
  ["2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["::", "::"],
  ["1::", "1::"],
  ["::ffff:192.0.2.7", "::ffff:192.0.2.7"],
  ["::ffff:c000:207", "::ffff:192.0.2.7"],
  ["64:ff9b::192.0.2.7", "64:ff9b::c000:207"],
])("reads %s", (text, expected) => {
  expect(parseIp(text)).toBe(expected);
});

test.each([
  "",
  "1.2.3",
  "1.2.3.4.5",
  "01.2.3.4",
  "1.2.3.256",
  "0x7f.0.0.1",
  "3232235777",
  "1.2.3.4 ",
  "1..3.4",
  "[::1]",
  "::1%eth0",
  "1:2:3:4:5:6:7:8::",
  "1:2:3:4:5:6:7",
  ":::",
  "1::2::3",
  "::1.2.3.4:5",
  "12345::",
  "192.0.2.7/32",
])("refuses %j", (text) => {
  expect(parseIp(text)).toBeNull();
});

test("agrees with the platform on what an address is, and canonical text is a fixed point", () => {
  const pieces = fc.constantFrom("::", ":", ".", "0", "1", "ffff", "192.0.2.7", "db8", "256", "g");
  const candidate = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.array(pieces, { maxLength: 17 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(candidate, (text) => {
      const ip = parseIp(text);
      expect(ip === null ? 0 : ipFamily(ip)).toBe(isIP(text));
      if (ip !== null) expect(parseIp(ip)).toBe(ip);
    }),
    { numRuns: 2_000 },
  );
});
