import { expect, test } from "vitest";
import { splitMbox } from "./mbox.ts";

const DATE = "Thu Jan  1 00:00:00 2026";
const mail = (n: number, body = `body ${n}\n`) => `Subject: mail ${n}\n\n${body}`;
const entry = (n: number, body?: string) => `From a@sender.example ${DATE}\n${mail(n, body)}\n`;

async function split(text: string, chunk = 1 << 20, limit?: number) {
  const bytes = Buffer.from(text, "latin1");
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk));
  const mails = [];
  for await (const found of splitMbox(chunks, limit)) mails.push(found);
  return mails;
}
const texts = async (text: string, chunk?: number) =>
  (await split(text, chunk)).map(({ raw }) => Buffer.from(raw).toString("latin1"));

test("mails come out as they went in, whatever the chunks", async () => {
  const box = entry(1) + entry(2) + entry(3);
  for (let chunk = 1; chunk < 80; chunk++)
    expect(await texts(box, chunk)).toEqual([mail(1), mail(2), mail(3)]);
});

test("CRLF stays CRLF", async () => {
  const crlf = (text: string) => text.replaceAll("\n", "\r\n");
  expect(await texts(crlf(entry(1) + entry(2)), 7)).toEqual([crlf(mail(1)), crlf(mail(2))]);
});

test("a last mail without its closing empty line is the same mail", async () => {
  expect(await texts((entry(1) + entry(2)).slice(0, -1))).toEqual([mail(1), mail(2)]);
});

test.each([
  [">From the desk\n", "From the desk\n"],
  [">>From the desk\n", ">From the desk\n"],
  ["see >From here\n", "see >From here\n"],
  ["> From here\n", "> From here\n"],
])("mboxrd quoting of %j is undone to %j", async (quoted, plain) => {
  expect(await texts(entry(1, quoted) + entry(2))).toEqual([mail(1, plain), mail(2)]);
});

test.each([
  "text\n\nFrom the logs you can see: it was you\n",
  "text\n\nFrom now on\nSubject: is a word too\n",
  "text\n\nFrom a@sender.example:\nSubject: what they wrote\n",
  `text\n\nFrom a@sender.example ${DATE}\nand no header follows\n`,
  `text\n\nFrom ${"x".repeat(2000)} ${DATE}\nSubject: x\n`,
])("prose that begins with From is no separator: %j", async (body) => {
  for (const chunk of [3, 64, 1 << 20])
    expect(await texts(entry(1, body) + entry(2), chunk)).toEqual([mail(1, body), mail(2)]);
});

test.each([
  ["From - Thu Jan 01 00:00:00 2026", "2026-01-01T00:00:00.000Z"],
  ["From a@sender.example  Thu, Jan  1 00:00:00 2026", "2026-01-01T00:00:00.000Z"],
  ["From 1700000000000000000@xxx Thu Jan 01 00:00:00 +0000 2026", "2026-01-01T00:00:00.000Z"],
  ["From a@sender.example Thu Jan  1 01:00:00 2026 +0100", "2026-01-01T00:00:00.000Z"],
  ["From a@sender.example Thu Jan  1 00:00 2026", "2026-01-01T00:00:00.000Z"],
  ["From MAILER-DAEMON Thu 01 Jan 2026 00:00:00", "2026-01-01T00:00:00.000Z"],
  ["From a@sender.example 2026-01-01T00:00:00", "2026-01-01T00:00:00.000Z"],
  ["From 12345@xxx Thu Jan  1 00:00:00 CET 2026", "2026-01-01T00:00:00.000Z"],
  ["From a@sender.example", undefined],
  ["From -", undefined],
  ["From ", undefined],
])("separator %j", async (line, at) => {
  const found = await split(`${entry(1)}${line}\n${mail(2)}\n${entry(3)}`);
  expect(found).toHaveLength(3);
  expect(found[1]?.receivedAt?.toISOString()).toBe(at);
});

test("each mail knows where it begins in the file", async () => {
  const offsets = (await split(entry(1) + entry(2), 5)).map((found) => found.offset);
  expect(offsets).toEqual([0, entry(1).length]);
});

test("a mail over the limit is counted, its beginning kept, and the next one is whole", async () => {
  const found = await split(entry(1, "x".repeat(5000)) + entry(2), 100, 1000);
  expect(found.map(({ size }) => size > 1000)).toEqual([true, false]);
  expect(Buffer.from(found[0]?.raw ?? []).toString()).toMatch(/^Subject: mail 1\n/);
  expect(Buffer.from(found[1]?.raw ?? []).toString()).toBe(mail(2));
});

test("nothing comes out of nothing", async () => {
  expect(await split("")).toEqual([]);
});
