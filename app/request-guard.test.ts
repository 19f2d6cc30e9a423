import { expect, test } from "vitest";
import { isAllowedHost, isMalformedOrigin, isSameOrigin } from "./request-guard.ts";

const loopback = { host: "127.0.0.1", allowedHosts: ["desk.example", "abcdef.onion:80"] };

test.each([
  ["localhost:3000", true],
  ["127.0.0.1:9", true],
  ["[::1]:3000", true],
  ["LOCALHOST", true],
  ["desk.example", true],
  ["desk.example:8443", true],
  ["abcdef.onion:80", true],
  ["abcdef.onion", false],
  ["evil.example", false],
  ["desk.example.evil.example", false],
  ["localhost.evil.example:3000", false],
  ["192.0.2.1:3000", false],
  ["desk.example@evil.example", false],
  ["desk.example/x", false],
  ["", false],
  [null, false],
])("host %s is allowed: %s", (host, allowed) => {
  expect(isAllowedHost(host, loopback)).toBe(allowed);
});

test("listening everywhere allows plain addresses, still no foreign names", () => {
  const rules = { host: "0.0.0.0", allowedHosts: [] };
  expect(isAllowedHost("192.0.2.1:3000", rules)).toBe(true);
  expect(isAllowedHost("[2001:db8::1]:3000", rules)).toBe(true);
  expect(isAllowedHost("rebind.example:3000", rules)).toBe(false);
});

test("the address it listens on is allowed", () => {
  expect(isAllowedHost("192.0.2.1:3000", { host: "192.0.2.1", allowedHosts: [] })).toBe(true);
  expect(isAllowedHost("[2001:db8::1]", { host: "2001:db8::1", allowedHosts: [] })).toBe(true);
});

test.each([
  ["http://localhost:3000", "localhost:3000", true],
  ["http://abcdef.onion", "abcdef.onion", true],
  ["https://desk.example", "desk.example:443", true],
  ["http://desk.example", "desk.example:80", true],
  ["http://localhost:3001", "localhost:3000", false],
  ["https://evil.example", "desk.example", false],
  ["http://desk.example/", "desk.example", false],
  ["file://desk.example", "desk.example", false],
  ["null", "desk.example", false],
  ["foo", "desk.example", false],
  [null, "desk.example", false],
  ["http://desk.example", null, false],
])("origin %s for host %s is the same: %s", (origin, host, same) => {
  expect(isSameOrigin(origin, host)).toBe(same);
});

test.each([
  ["foo", true],
  ["http://a b", true],
  ["http://desk.example/path", true],
  ["null", false],
  ["http://evil.example", false],
  [null, false],
])("origin %s is malformed: %s", (origin, malformed) => {
  expect(isMalformedOrigin(origin)).toBe(malformed);
});
