import { expect, test } from "vitest";
import { ownWords } from "./own-words.ts";
import { withoutPastedMail } from "./pasted-mail.ts";

test.each([
  ["quoted lines", "It is done.\n\n> Please stop this."],
  ["an Outlook reply", "It is done.\n-----Original Message-----\nFrom: a"],
  ["a reply in English", "It is done.\nOn 3 Feb 2026, at 04:05, Nora wrote:\nPlease"],
  ["a reply in German", "It is done.\nAm 03.02.2026 um 04:05 schrieb Nora:\nBitte"],
  ["a reply in French", "It is done.\nLe 3 février 2026 à 04:05, Nora a écrit :\nMerci"],
  ["a forward", "It is done.\nBegin forwarded message:\nx"],
  ["a header block", "It is done.\nFrom: Nora <nora@shop.example>\nSent: today"],
  ["the footer of a ticket system", "It is done.\nTicket ID: 4711\nSubject: port scan"],
])("the sender's own words end before %s", (_name, text) => {
  expect(ownWords(text).trim()).toBe("It is done.");
});

test("a mail that is nothing but quotation is taken whole", () => {
  expect(ownWords("> Please stop this.\n> Now.")).toBe("> Please stop this.\n> Now.");
  expect(ownWords("\n\n-----Original Message-----\nhello")).toContain("hello");
  expect(ownWords("")).toBe("");
});

test("a mail pasted with its headers is cut off and reported", () => {
  const text = "Stop this.\nReturn-Path: <a@b.example>\nReceived: from x\n\nBuy boots";
  expect(withoutPastedMail(text)).toEqual({ text: "Stop this.\n", pasted: true });
  expect(withoutPastedMail("We received: nothing")).toEqual({
    text: "We received: nothing",
    pasted: false,
  });
});
