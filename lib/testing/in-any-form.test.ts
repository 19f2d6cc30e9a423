import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { inAnyForm } from "./in-any-form.ts";

const WORD = "kestrelheron";

test.each([
  ["plain", Buffer.from(`aa${WORD}bb`)],
  ["capitals", Buffer.from(WORD.toUpperCase())],
  ["quoted-printable", Buffer.from("kestrel=\r\nheron")],
  ["utf-16le", Buffer.from(`aa${WORD}`, "utf16le")],
  ["utf-16be", Buffer.from(`aa${WORD}`, "utf16le").swap16()],
  ["hex", Buffer.from(Buffer.from(WORD).toString("hex"))],
  ["hex in capitals", Buffer.from(Buffer.from(WORD).toString("hex").toUpperCase())],
  ["base64 at 0", Buffer.from(Buffer.from(`abc${WORD}xyz`).toString("base64"))],
  ["base64 at 1", Buffer.from(Buffer.from(`abcd${WORD}xyz`).toString("base64"))],
  ["base64 at 2", Buffer.from(Buffer.from(`abcde${WORD}xyz`).toString("base64url"))],
  ["gzip", Buffer.concat([Buffer.from("aa"), gzipSync(`of ${WORD}`)])],
])("a word is found as %s", (form, bytes) => {
  expect(inAnyForm(bytes, WORD)).toContain(form);
});

test("what is not there is not found", () => {
  expect(inAnyForm(Buffer.from("kestrel heron, and more of the like"), WORD)).toEqual([]);
});
