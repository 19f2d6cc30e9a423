import { expect, test } from "vitest";
import { parseTarget } from "./parse-target.ts";

test.each([
  ["192.0.2.7:25", "192.0.2.7", 25],
  ["[2001:DB8::7]:443", "2001:db8::7", 443],
  ["2001:db8::7", "2001:db8::7", null],
  ["192.0.2.7", "192.0.2.7", null],
  ["192.0.2.7:*", "192.0.2.7", null],
  ["192.0.2.7:0", "192.0.2.7", 0],
  ["*:25", null, 25],
  ["mail.example:25", null, 25],
  ["*", null, null],
])("reads %s", (text, ip, port) => {
  expect(parseTarget(text)).toEqual({ target: { ip, port } });
});

test.each([
  "",
  ":25",
  "192.0.2.7:smtp",
  "192.0.2.7:65536",
  "192.0.2:25",
  "256.1.1.1:25",
  "[2001:db8::7:25",
  "a b:25",
  "[]:25",
  "http://mail.example:25",
])("names what is wrong with %j", (text) => {
  expect(parseTarget(text)).toMatchObject({ flaw: expect.stringMatching(/; write /) });
});
