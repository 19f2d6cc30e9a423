import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "./message.ts";
import { parseMessage } from "./parse-message.ts";

function mail(text: string): Promise<Message> {
  return parseMessage(Buffer.from(text.replaceAll("\n", "\r\n"), "latin1"));
}

const codes = (message: Message) => message.problems.map((problem) => problem.code);

test("a plain mail is read with its headers and its body", async () => {
  const message = await mail(
    "From: =?utf-8?Q?J=C3=B6?= <jo@victim.example>\nTo: abuse@isp.example, Desk <d@isp.example>\nReply-To: r@victim.example\nSubject: =?utf-8?B?QW5ncmlmZiDDvA==?= one\nDate: Tue, 3 Feb 2026 04:05:06 +0100\nMessage-ID: <1@victim.example>\nIn-Reply-To: <0@isp.example>\nReferences: <a@x.example>\n <b@x.example>\nX-Twice: 1\nX-Twice: 2\n\nHello\nthere\n",
  );
  expect(message).toMatchObject({
    from: { name: "Jö", address: "jo@victim.example" },
    to: [
      { name: "", address: "abuse@isp.example" },
      { name: "Desk", address: "d@isp.example" },
    ],
    replyTo: [{ name: "", address: "r@victim.example" }],
    subject: "Angriff ü one",
    date: Date.UTC(2026, 1, 3, 3, 5, 6),
    messageId: "<1@victim.example>",
    inReplyTo: "<0@isp.example>",
    references: ["<a@x.example>", "<b@x.example>"],
    body: "Hello\nthere\n",
    bodyParts: ["1"],
    html: null,
    problems: [],
  });
  expect(
    message.headers.filter(({ name }) => name === "x-twice").map(({ value }) => value),
  ).toEqual(["1", "2"]);
});

test("texts arrive as bytes from the splitter and keep their own charset", async () => {
  const head =
    "From: a@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
  const part = (type: string, body: string) => `--b\nContent-Type: ${type}\n\n${body}\n`;
  const message = await mail(
    `${head}${part("text/plain; charset=utf-8", "\xc3\xa9")}${part("text/plain; charset=koi8-r", "\xd0\xd2\xc9")}${part("text/plain", "caf\xe9")}${part("text/plain; charset=us-ascii", "\xc3\xa9")}${part("text/plain; charset=x-none", "\xe9")}${part("text/plain; charset=iso-2022-jp", '\x1b$B$"\x1b(B')}--b--\n`,
  );
  expect(message.parts.map((one) => one.text)).toEqual(["é", "при", "café", "é", "é", "あ"]);
  expect(codes(message)).toEqual(["charset-doubtful", "charset-doubtful"]);
});

const report = `From: a@x.example
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: text/plain

This is an abuse report.
--b
Content-Type: message/feedback-report

Feedback-Type: abuse
Source-IP: 192.0.2.7
--b
Content-Type: message/rfc822

From: spammer@bad.example
Subject: Buy
Content-Type: multipart/mixed; boundary=c

--c
Content-Type: message/rfc822

Subject: innermost

deep
--c--
--b--
`;

test("report parts and nested mails stay parts of their own, and nested mails are read on their own", async () => {
  const message = await mail(report);
  expect(message.parts.map((part) => part.contentType)).toEqual([
    "text/plain",
    "message/feedback-report",
    "message/rfc822",
  ]);
  expect(message.body.trim()).toBe("This is an abuse report.");
  expect(message.parts[1]?.text).toContain("Source-IP: 192.0.2.7");
  const [spam] = message.nested;
  expect([spam?.partId, spam?.message.subject, spam?.message.from?.address]).toEqual([
    "3",
    "Buy",
    "spammer@bad.example",
  ]);
  expect(spam?.message.nested[0]?.message.subject).toBe("innermost");
});

test("reports of any declared type are text when their bytes are, and pictures are not", async () => {
  const attach = (name: string, body: string) =>
    `--b\nContent-Type: application/octet-stream; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(body, "latin1").toString("base64")}\n`;
  const message = await mail(
    `From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nsee files\n${attach("report.yaml", "Source: 192.0.2.7\n")}${attach("../../etc/\u0007x.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR")}${attach("doc.pdf", "%PDF-1.4 abc")}--b--\n`,
  );
  expect(message.parts.map((part) => part.text)).toEqual([
    "see files",
    "Source: 192.0.2.7\n",
    null,
    null,
  ]);
  expect(message.parts.map((part) => part.filename)).toEqual([
    null,
    "report.yaml",
    "x.png",
    "doc.pdf",
  ]);
});

test("a gzipped report becomes a text part, and a bomb a problem", async () => {
  const gz = (bytes: Buffer) =>
    `From: a@x.example\nContent-Type: application/gzip; name=iodef.xml.gz\nContent-Transfer-Encoding: base64\n\n${gzipSync(bytes).toString("base64")}\n`;
  const good = await mail(gz(Buffer.from("<IODEF-Document/>")));
  expect(good.parts.map((part) => [part.id, part.filename, part.text])).toEqual([
    ["1", "iodef.xml.gz", null],
    ["1/1", "iodef.xml", "<IODEF-Document/>"],
  ]);
  expect(codes(await mail(gz(Buffer.alloc(50_000_000))))).toEqual(["archive-too-big"]);
});

test("hostile header values lose what acts instead of being read", async () => {
  const message = await mail(
    "From: =?utf-8?Q?agent=40fbi.example=00=0D=0ABcc:_x?= <x@evil.example>\nSubject: =?utf-8?Q?hi=0D=0ABcc:_evil=40evil.example_=E2=80=AEgpj.exe?=\n\nx",
  );
  expect(message.subject).toBe("hi Bcc: evil@evil.example gpj.exe");
  expect(message.from?.address).toBe("x@evil.example");
  const shown = JSON.stringify([message.subject, message.from, message.headers]);
  expect(shown).not.toMatch(/\\[rn]|\\u00|\u202e/);
});

test("HTML is turned to text only when there is no plain text", async () => {
  const both = await mail(
    "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<b>rich</b>\n--b--\n",
  );
  expect([both.body, both.html?.trim()]).toEqual(["plain", "<b>rich</b>"]);
  const html = await mail(
    "Content-Type: text/html\n\n<table><tr><td>10:00</td><td>192.0.2.7</td></tr></table>",
  );
  expect([html.body.trim(), html.bodyParts]).toEqual(["10:00  192.0.2.7", ["1"]]);
});

test("a text split round an attachment is one body, a machine part is not prose", async () => {
  const part = (body: string) => `--b\nContent-Type: text/plain\n\n${body}\n`;
  const message = await mail(
    `Content-Type: multipart/mixed; boundary=b\n\n${part("first half")}${part("second half")}${part("---\nReported-From: a@x.example\nCategory: abuse")}--b--\n`,
  );
  expect([message.body, message.bodyParts]).toEqual(["first half\n\nsecond half", ["1", "2"]]);
});

test.each([
  [
    "a multipart without boundary",
    "Content-Type: multipart/mixed\n\nthe text",
    "the text",
    ["mime-broken"],
  ],
  [
    "a boundary that never comes",
    "Content-Type: multipart/mixed; boundary=b\n\nthe text",
    "the text",
    ["mime-broken"],
  ],
  ["empty lines first", "\n\nSubject: s\n\nthe text", "the text", []],
  ["no headers", "\n", "", []],
])("%s still gives its text", async (_what, raw, body, problems) => {
  const message = await mail(raw);
  expect(message.body.trim()).toBe(body);
  expect(codes(message)).toEqual(problems);
});

test("old Mac line ends are read", async () => {
  const message = await parseMessage(Buffer.from("Subject: s\rFrom: a@x.example\r\rthe text\r"));
  expect([message.subject, message.from?.address, message.body.trim()]).toEqual([
    "s",
    "a@x.example",
    "the text",
  ]);
});

test("padding does not hide a complaint: too many parts, too many headers", async () => {
  const parts = "--b\n\nx\n".repeat(2_000);
  const padded = await mail(
    `From: a@x.example\nSubject: real\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n192.0.2.7 attacks us\n${parts}--b--\n`,
  );
  expect([padded.subject, padded.body.startsWith("192.0.2.7 attacks us"), codes(padded)]).toEqual([
    "real",
    true,
    ["mail-refused"],
  ]);
  const headed = await mail(
    `${"X-Pad: y\n".repeat(20_000)}From: a@x.example\nSubject: real\nContent-Type: text/html\n\n<b>hello</b>`,
  );
  expect([headed.from?.address, headed.subject, headed.body, codes(headed)]).toEqual([
    "a@x.example",
    "real",
    "hello",
    ["mail-cut"],
  ]);
});

test("mails inside mails stop at a depth", async () => {
  const message = await mail(`${"Content-Type: message/rfc822\n\n".repeat(30)}Subject: deep\n\nx`);
  let inner: Message | undefined = message;
  let depth = 0;
  let last: string[] = [];
  for (; inner; inner = inner.nested[0]?.message) {
    depth++;
    last = codes(inner);
  }
  expect(depth).toBe(7);
  expect(last).toEqual(["nested-limit"]);
});

test("never throws, whatever the bytes", async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
    fc.constantFrom(
      "From: ",
      "a@x.example",
      "\r\n",
      "\r\n\r\n",
      "Content-Type: multipart/mixed; boundary=b",
      "--b",
      "--b--",
      "Content-Type: message/rfc822",
      "Content-Transfer-Encoding: base64",
      "=?utf-8?B?",
      "?=",
      "Content-Type: text/html",
      "<table><tr>",
      "charset=utf-16",
      "Date: ",
      "<",
      ">",
      "(",
      '"',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
      const message = await parseMessage(Buffer.from(pieces.join(""), "latin1"));
      expect(typeof message.body).toBe("string");
    }),
    { numRuns: 300 },
  );
});
