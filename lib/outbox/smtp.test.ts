import { expect, test } from "vitest";
import { composeLetter, type Letter } from "./smtp.ts";

const LETTER: Letter = {
  from: { name: "Relay Operators", address: "abuse@operator.example" },
  to: ["abuse@isp.example"],
  recipients: ["abuse@isp.example"],
  subject: "Re: [AbuseID:1A2B:3C] your report",
  text: "Hello,\n\nit was our exit.\n",
  messageId: "<REF00001.0011@operator.example>",
  inReplyTo: "<parent@isp.example>",
  references: ["<first@isp.example>", "<parent@isp.example>"],
  autoSubmitted: null,
  date: new Date("2026-01-02T03:04:05Z"),
  files: [],
};
const compose = async (change: Partial<Letter> = {}) =>
  (await composeLetter({ ...LETTER, ...change })).toString("utf8");

test("the letter as it leaves", async () => {
  expect(await compose()).toBe(
    [
      "From: Relay Operators <abuse@operator.example>",
      "To: abuse@isp.example",
      "In-Reply-To: <parent@isp.example>",
      "References: <first@isp.example> <parent@isp.example>",
      "Subject: Re: [AbuseID:1A2B:3C] your report",
      "Message-ID: <REF00001.0011@operator.example>",
      "Date: Fri, 02 Jan 2026 03:04:05 +0000",
      "Content-Transfer-Encoding: 7bit",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Hello,",
      "",
      "it was our exit.",
      "",
    ].join("\r\n"),
  );
});

test("long lines of a table are not flowed apart", async () => {
  const row = `2026-01-02 03:04:05 | 192.0.2.1:22 | ${"SYN ".repeat(30)}|`;
  const raw = await compose({ text: `${row}\n` });
  expect(raw).not.toContain("flowed");
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  expect(body.replace(/=\r\n/g, "").trimEnd()).toBe(row);
});

test("only a letter approved by a rule says it was made automatically", async () => {
  expect(await compose()).not.toContain("Auto-Submitted");
  expect(await compose({ autoSubmitted: "auto-replied" })).toContain(
    "Auto-Submitted: auto-replied\r\n",
  );
});

test.each<[string, Partial<Letter>]>([
  ["recipient", { to: ["a@b.example\r\nBcc: evil@evil.example"] }],
  ["second recipient in one", { to: ["a@b.example, evil@evil.example"] }],
  ["envelope", { recipients: ["a@b.example>\r\nRCPT TO:<evil@evil.example"] }],
  ["sender", { from: { name: "x", address: "a@b.example\r\nX: y" } }],
  ["sender's name", { from: { name: "x\r\nBcc: evil@evil.example", address: "a@b.example" } }],
  ["subject", { subject: "x\r\nBcc: evil@evil.example" }],
  ["Message-ID", { messageId: "<a@b>\r\nBcc: evil@evil.example" }],
  ["In-Reply-To", { inReplyTo: "<a@b>\r\nBcc: evil@evil.example" }],
  ["References", { references: ["<a@b> <c@d>"] }],
  ["Auto-Submitted", { autoSubmitted: "no\r\nBcc: evil@evil.example" }],
])("a line break or a list in the %s stops the letter", async (_, change) => {
  await expect(compose(change)).rejects.toThrow();
});

test("a path or an address in the text is text", async () => {
  const text = "path: /etc/hostname\nhref: http://192.0.2.1/\n";
  expect(await compose({ text })).toContain(text.replaceAll("\n", "\r\n"));
});

test("files go as attachments in base64, the letter stays plain text before them", async () => {
  const bytes = Buffer.from([0, 13, 10, 46, 13, 10, 255, 10]);
  const raw = await compose({ files: [{ name: "a.csv", mediaType: "text/csv", bytes }] });
  expect(raw).toContain("Content-Type: multipart/mixed;");
  expect(raw.indexOf("it was our exit.")).toBeLessThan(raw.indexOf("filename=a.csv"));
  expect(raw).toContain(`Content-Transfer-Encoding: base64\r\n`);
  expect(raw).toContain(bytes.toString("base64"));
});

test.each([
  ["name", { name: "a\r\nBcc: x@evil.example", mediaType: "text/csv" }],
  ["type", { name: "a.csv", mediaType: "text/csv\r\nBcc: x@evil.example" }],
])("a line break in the %s of a file never becomes a header", async (_, file) => {
  await expect(compose({ files: [{ ...file, bytes: Buffer.from("x") }] })).rejects.toThrow(
    "no header may hold",
  );
});
