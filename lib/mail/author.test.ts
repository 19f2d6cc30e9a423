import fc from "fast-check";
import { expect, test } from "vitest";
import { readAuthor } from "./author.ts";
import { parseMessage } from "./parse-message.ts";
import { readRawHeader } from "./raw-header.ts";

/** As the desk does it: the address it shows is the one its own reader of mail finds. */
async function authorOf(head: string) {
  const raw = Buffer.from(`${head}\r\nTo: abuse@relay.example\r\n\r\nText\r\n`, "latin1");
  const { from } = await parseMessage(raw);
  return readAuthor(readRawHeader(raw), from?.address ?? null);
}

test.each([
  ["an address", "From: abuse@isp.example"],
  ["an address in angle brackets", "From: <abuse@isp.example>"],
  ["a name", "From: Abuse Desk <abuse@isp.example>"],
  ["a quoted name", 'From: "Desk, Abuse" <abuse@ISP.example>'],
  ["an encoded name", "From: =?utf-8?q?M=C3=BCller?= <abuse@isp.example>"],
  ["its own address as a name", 'From: "abuse@isp.example" <abuse@isp.example>'],
  ["folded", "From: Abuse\r\n <abuse@isp.example>"],
  ["sent by a host of its domain", "From: abuse@isp.example\r\nSender: robot@tickets.isp.example"],
])("%s: one plain author", async (_, head) => {
  expect(await authorOf(head)).toEqual({ domain: "isp.example", doubts: [] });
});

test.each([
  ["nobody", "Subject: x", "no-from"],
  ["two From fields", "From: a@evil.example\r\nFrom: abuse@isp.example", "several-from"],
  ["one of them in capitals", "FROM: a@evil.example\r\nFrom: abuse@isp.example", "several-from"],
  [
    "one with a space before it",
    " From: a@evil.example\r\nFrom: abuse@isp.example",
    "several-from",
  ],
  [
    "one with a space before the colon",
    "From: a@evil.example\r\nFrom : abuse@isp.example",
    "several-from",
  ],
  [
    "one with a fold before the colon",
    "From\r\n : a@evil.example\r\nFrom: abuse@isp.example",
    "several-from",
  ],
  ["one behind a lone CR", "From: abuse@isp.example\r\nX: a\rFrom: a@evil.example", "several-from"],
  ["only one, with a fold before the colon", "From\r\n : abuse@isp.example", "odd-from"],
  ["two addresses", "From: abuse@isp.example, a@evil.example", "not-plain"],
  ["a group", "From: Abuse: abuse@isp.example;", "not-plain"],
  ["a comment", "From: abuse@isp.example (Desk)", "not-plain"],
  ["half an angle", "From: abuse@isp.example>", "not-plain"],
  ["the other half", "From: <abuse@isp.example", "not-plain"],
  ["two angles", "From: <a@evil.example> <abuse@isp.example>", "not-plain"],
  ["a comment inside", "From: <abuse(x)@isp.example>", "not-plain"],
  ["a route", "From: <@evil.example,@any.example:abuse@isp.example>", "not-plain"],
  ["an address behind the address", "From: <any@evil.example>abuse@isp.example", "not-plain"],
  ["a quoted pair", "From: <abuse@isp.example>\\,<second@evil.example>", "not-plain"],
  ["a quoted local part", 'From: <"abuse@isp.example"@evil.example>', "not-plain"],
  [
    "an encoded address",
    "From:=?utf-8?B?PGFidXNlQGlzcC5leGFtcGxlPg==?=,<second@evil.example>",
    "not-plain",
  ],
  ["an encoded local part", "From: <=?utf-8?q?abuse=40isp.example?=@evil.example>", "not-plain"],
  ["NUL", "From: <abuse@isp.example\0@evil.example>", "odd-from"],
  ["8-bit letters in the domain", "From: <abuse@\xc3\xacsp.example>", "not-plain"],
  ["a bare host", "From: <abuse@localhost>", "not-plain"],
  ["an address literal", "From: <abuse@[192.0.2.1]>", "not-plain"],
  ["another address as a name", 'From: "police@bka.example" <x@evil.example>', "name-address"],
  [
    "the same encoded",
    "From: =?utf-8?b?cG9saWNlQGJrYS5leGFtcGxl?= <x@evil.example>",
    "name-address",
  ],
  ["with a wide at sign", 'From: "police\xef\xbc\xa0bka.example" <x@evil.example>', "name-address"],
  [
    "a longer domain as a name",
    'From: "abuse@isp.example.evil.example" <x@isp.example>',
    "name-address",
  ],
  [
    "a line break in the name",
    "From: =?utf-8?q?Abuse=0D=0ABcc=3A?= <x@isp.example>",
    "hidden-characters",
  ],
  ["NUL in the name", "From: =?utf-8?q?Abuse=00?= <x@isp.example>", "hidden-characters"],
  [
    "a change of direction in the name",
    'From: "Abuse \xe2\x80\xae" <x@isp.example>',
    "hidden-characters",
  ],
  [
    "a sender of another domain",
    "From: a@evil.example\r\nSender: abuse@isp.example",
    "sender-differs",
  ],
  [
    "somebody who sent it again",
    "From: a@evil.example\r\nResent-From: abuse@isp.example",
    "sender-differs",
  ],
  [
    "a signature in a name that is none",
    "From: a@isp.example\r\nDKIM-Signature: v=1; d=isp.example; s=x.\0.y",
    "odd-signature",
  ],
  [
    "a signature for a name with a quote in it",
    "From: a@isp.example\r\nDKIM-Signature: v=1; d=isp.example'a.evil.example; s=x",
    "odd-signature",
  ],
  ["a sender without an address", "From: a@evil.example\r\nSender: Abuse of ISP", "sender-differs"],
])("%s: a doubt", async (_, head, doubt) => {
  expect((await authorOf(head)).doubts).toContain(doubt);
});

test("an address the desk does not show is a doubt", () => {
  const fields = readRawHeader(Buffer.from("From: a@isp.example\r\n\r\n"));
  for (const shown of [null, "b@isp.example", "a@isp.example.evil.example", "A@isp.example"])
    expect(readAuthor(fields, shown).doubts, shown ?? "nothing").toEqual(["not-shown"]);
});

test("whatever From line it is given, it answers, soon, and two authors are never one", () => {
  const piece = fc.constantFrom(
    ...'From: |a@isp.example|b@evil.example|<|>|,|;|:|(|)|\\|"| |\t|=?utf-8?q?|?=|\0|\r\n '.split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const value = pieces.join("");
      const fields = readRawHeader(Buffer.from(`From: ${value}\r\n\r\n`, "latin1"));
      const { doubts } = readAuthor(fields, "a@isp.example");
      if (value.includes("evil")) expect(doubts).not.toEqual([]);
    }),
    { numRuns: 5_000 },
  );
  const started = performance.now();
  for (const each of ["a", '"', "\\", "<", "a.", "@", "=?", " "])
    readAuthor(readRawHeader(Buffer.from(`From: ${each.repeat(100_000)}\r\n\r\n`)), null);
  expect(performance.now() - started).toBeLessThan(2_000);
});
