import { expect, test } from "vitest";
import { isAllowedInternal, parseInternalTarget } from "./internal-target.ts";

test.each([
  ["127.0.0.1:8080", "127.0.0.1", 8080, true],
  ["127.0.0.1:8080", "127.0.0.1", 8081, false],
  ["127.0.0.1", "127.0.0.1", 8081, true],
  ["10.1.2.0/24", "10.1.2.255", 443, true],
  ["10.1.2.0/24", "10.1.3.0", 443, false],
  ["[fd00::5]:443", "fd00::5", 443, true],
  ["fd00::/64", "fd00::1:2", 80, true],
  ["127.0.0.1", "::ffff:127.0.0.1", 80, false],
])("%s allows %s port %i: %s", (text, ip, port, expected) => {
  const target = parseInternalTarget(text);
  expect(isAllowedInternal(ip, port, target === null ? [] : [target])).toBe(expected);
});

test.each(["localhost:8080", "onionoo.example", "0.0.0.0/0", "::/0", "127.0.0.1:0", ""])(
  "%s is no exception",
  (text) => {
    expect(parseInternalTarget(text)).toBeNull();
  },
);
