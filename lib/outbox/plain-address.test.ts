import { expect, test } from "vitest";
import { isPlainAddress } from "./plain-address.ts";

test.each(["abuse@isp.example", "a.b+c=d@x-1.example", "abuse@localhost", "0'x@1.example"])(
  "%s is one address",
  (address) => {
    expect(isPlainAddress(address)).toBe(true);
  },
);

test.each([
  "",
  "a@b.example\r\nBcc: evil@evil.example",
  "a@b.example\n",
  "a@b.example, evil@evil.example",
  "group: a@b.example, c@d.example;",
  "<a@b.example>",
  "A <a@b.example>",
  '"a b"@b.example',
  "a@b.example>",
  "a@b@c.example",
  "a b@c.example",
  "a@-b.example",
  "a@b..example",
  "a@[192.0.2.1]",
  "a@b.example (comment)",
  "ä@b.example",
  `${"a".repeat(65)}@b.example`,
  `a@${"b.".repeat(200)}example`,
])("%j is not", (text) => {
  expect(isPlainAddress(text)).toBe(false);
});
