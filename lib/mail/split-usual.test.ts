import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { seeded } from "../testing/random-policy.ts";
import { splitMime } from "./split-mime.ts";
import { splitUsual } from "./split-usual.ts";

const HEAD = "From: a@robot.example\r\nSubject: folded\r\n\tonce\r\nX-Empty:\r\n";

function mail(headers: string, body: string): Buffer {
  return Buffer.from(`${HEAD}${headers}\r\n${body}`, "latin1");
}

function mixed(body: string): Buffer {
  return mail('Content-Type: multipart/mixed;\r\n boundary="b"\r\n', body);
}

function file(name: string): string {
  return `Content-Type: application/octet-stream; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n`;
}

test.each([
  ["no MIME headers", mail("", "plain\r\ntext\r\n")],
  ["bare line feeds", Buffer.from("From: a@robot.example\nSubject: x\n y\n\nplain\n")],
  ["a charset", mail("Content-Type: text/plain; charset=UTF-8\r\n", "gr\xc3\xbc\xc3\x9fe")],
  ["a quoted charset", mail('Content-type: TEXT/HTML;\r\n charset="x-Odd"\r\n', "<b>x</b>")],
  ["8bit", mail("Content-Transfer-Encoding: 8bit\r\n", "\xfc\r\n\r\n")],
  [
    "quoted-printable",
    mail("Content-Transfer-Encoding: quoted-printable\r\n", "a=3Db =\r\nc =E9zz=\r\n\r\nend="),
  ],
  ["base64", mail("Content-Transfer-Encoding: base64\r\n", "aGVs\r\nbG8gd29y\r\nbGQ=\r\n")],
  ["a name", mail('Content-Type: text/plain; name="log.txt"\r\n', "x")],
  ["an attachment", mail("Content-Disposition: attachment\r\nContent-Type: text/csv;\r\n", "x")],
  ["flowed text", mail("Content-Type: text/plain; format = flowed; delsp=yes\r\n", "x \r\ny")],
  ["parts", mixed("before\r\n--b\r\n\r\none\r\n--b\r\nContent-ID: <2>\r\n\r\n--b--\r\nafter")],
  ["no end of line at the end", mixed("--b\r\n\r\n--c\r\n--b--")],
  [
    "parts inside a part",
    mixed(
      `--b\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\n\r\none\r\n\r\n--b2--\r\n\r\n--b\r\n${file("data.csv")}\r\nYQ==\r\n--b--\r\n`,
    ),
  ],
  ...["csv", "txt", "xml", "zip", "pdf", "jpg", "cer"].map((end): [string, Buffer] => [
    `a .${end} without a type`,
    mixed(`--b\r\n${file(`a 1.${end}`)}\r\nYQ==\r\n--b--\r\n`),
  ]),
])("%s: split as the MIME parser does", async (_, raw) => {
  const plain = splitUsual(raw);
  expect(plain).not.toBeNull();
  expect(plain).toEqual(await splitMime(raw));
});

test.each([
  ["parts that do not end", mixed("--b\r\n\r\nx\r\n")],
  ["no part at all", mixed("--b--\r\n")],
  ["a part without an empty line", mixed("--b\r\nContent-Type: text/plain\r\n--b--")],
  ["a part that is one line end", mixed("--b\r\n\r\n\r\n--b--")],
  ["blanks behind a boundary", mixed("--b \r\n\r\nx\r\n--b--")],
  ["a CR in front of a boundary", mixed("--b\r\n\r\nx\r--b--\r\n--b--")],
  [
    "an inner multipart that does not end",
    mixed("--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--b--"),
  ],
  ["a boundary on a text", mail("Content-Type: text/plain; boundary=b\r\n", "--b--\r\n")],
  ["a comment", mail("Content-Type: text/plain (text)\r\n", "x")],
  ["an encoded name", mail('Content-Type: text/csv; name="=?utf-8?q?x?="\r\n', "x")],
  ["a name in pieces", mail("Content-Type: text/csv; name*0=x; name*1=y\r\n", "x")],
  ["a file whose type only its name tells", mail(file("x.doc"), "eA==")],
  ["two types", mail("Content-Type: text/plain\r\nContent-Type: text/html\r\n", "x")],
  ["a line that is no header", mail("what is this\r\n", "x")],
  ["an mbox line", Buffer.from("From a@robot.example Tue\r\nSubject: x\r\n\r\nx")],
  ["no body", Buffer.from("From: a@robot.example\r\n")],
  ["blanks at the line's end", mail("Content-Transfer-Encoding: quoted-printable\r\n", "x \r\ny")],
  ["text in base64", mail("Content-Transfer-Encoding: base64\r\n", "aGVs (signed) bG8=")],
])("%s is left to the MIME parser", (_, raw) => {
  expect(splitUsual(raw)).toBeNull();
});

test("every sample mail it takes is split as the MIME parser does", async () => {
  const folder = path.join(import.meta.dirname, "../complaints/fixtures");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  let taken = 0;
  for (const name of names.filter((each) => each.endsWith(".eml"))) {
    const raw = readFileSync(path.join(folder, name));
    const plain = splitUsual(raw);
    if (plain === null) continue;
    taken += 1;
    expect(plain, name).toEqual(await splitMime(raw));
  }
  expect(taken).toBeGreaterThan(5);
});

/** Pieces of mails, good and bad; most of what they add up to is unusual. */
const PIECES = [
  "--b\r\n",
  "--b\r\n\r\n",
  "--b--\r\n",
  "--b2\r\n\r\n",
  "--b2--\r\n",
  "--b2--",
  "--b",
  "--b \r\n",
  "\r\n",
  "\n",
  "\r",
  "text",
  "text =3D=\r\n",
  "=E9 x\r\n",
  "eHl6\r\n",
  "Content-Type: multipart/mixed; boundary=b2\r\n\r\n",
  'Content-Type: text/html; charset="utf-8"\r\n\r\n',
  "Content-Type: message/rfc822\r\n\r\n",
  "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  'Content-Disposition: attachment;\r\n\tfilename="x.csv"\r\n',
];

test("whatever is taken of mails made of pieces is split as the MIME parser does", async () => {
  const { next, pick } = seeded(2046);
  let taken = 0;
  for (let round = 0; round < 3_000; round++) {
    const pieces = Array.from({ length: 2 + Math.floor(next() * 9) }, () => pick(PIECES));
    const raw = mixed(["--b\r\n", ...pieces, "\r\n--b--\r\n"].join(""));
    const usual = splitUsual(raw);
    if (usual === null) continue;
    taken += 1;
    expect(usual, JSON.stringify(raw.toString("latin1"))).toEqual(await splitMime(raw));
  }
  expect(taken).toBeGreaterThan(50);
});

test("a mail of many parts is read in time that grows with it only", () => {
  const part = `--b\r\n${"X: y\r\n".repeat(20)}\r\nx\r\n`;
  const start = performance.now();
  expect(splitUsual(mixed(part.repeat(20_000)))).toBeNull();
  expect(performance.now() - start).toBeLessThan(500);
});

test("a header block that goes on for ever is read in time that grows with it only", () => {
  const folds = Buffer.from(`A: b\r\n${" \t".repeat(50_000)}\r\n${" x\r\n".repeat(10_000)}`);
  const start = performance.now();
  splitUsual(folds);
  expect(performance.now() - start).toBeLessThan(500);
});
