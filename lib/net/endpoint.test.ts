import { expect, test } from "vitest";
import { parseEndpoint } from "./endpoint.ts";

test.each([
  ["192.0.2.7", { ip: "192.0.2.7", port: null }],
  ["192.0.2.7:25", { ip: "192.0.2.7", port: 25 }],
  ["[2001:DB8::1]:443", { ip: "2001:db8::1", port: 443 }],
  ["[2001:db8::1]", { ip: "2001:db8::1", port: null }],
  ["2001:db8::25", { ip: "2001:db8::25", port: null }],
  ["192.0.2.7:0", null],
  ["192.0.2.7:65536", null],
  ["192.0.2.7:", null],
  ["192.0.2.7:+25", null],
  ["[192.0.2.7]:25", null],
  ["[2001:db8::1", null],
  ["[2001:db8::1]443", null],
  ["mail.example:25", null],
  ["", null],
])("reads %j", (text, expected) => {
  expect(parseEndpoint(text)).toEqual(expected);
});
