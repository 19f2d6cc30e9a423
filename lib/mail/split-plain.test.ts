import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { splitMime } from "./split-mime.ts";
import { splitPlain } from "./split-plain.ts";

const HEAD = "From: a@robot.example\r\nSubject: folded\r\n\tonce\r\nX-Empty:\r\n";

function mail(headers: string, body: string): Buffer {
  return Buffer.from(`${HEAD}${headers}\r\n${body}`, "latin1");
}

test.each([
  ["no MIME headers", mail("", "plain\r\ntext\r\n")],
  ["bare line feeds", Buffer.from("From: a@robot.example\nSubject: x\n y\n\nplain\n")],
  ["a charset", mail("Content-Type: text/plain; charset=UTF-8\r\n", "gr\xc3\xbc\xc3\x9fe")],
  ["a quoted charset", mail('Content-type: TEXT/HTML;\r\n charset="x-Odd"\r\n', "<b>x</b>")],
  ["8bit", mail("Content-Transfer-Encoding: 8bit\r\n", "\xfc\r\n\r\n")],
  [
    "quoted-printable",
    mail("Content-Transfer-Encoding: quoted-printable\r\n", "a=3Db =\r\nc =E9=zz=\r\n\r\nend="),
  ],
  ["base64", mail("Content-Transfer-Encoding: base64\r\n", "aGVs\r\nbG8gd29y\r\nbGQ=\r\n")],
])("%s: split as the MIME parser does", async (_, raw) => {
  const plain = splitPlain(raw);
  expect(plain).not.toBeNull();
  expect(plain).toEqual(await splitMime(raw));
});

test.each([
  [
    "several parts",
    mail('Content-Type: multipart/mixed; boundary="b"\r\n', "--b\r\n\r\nx\r\n--b--"),
  ],
  ["an attachment", mail("Content-Disposition: attachment\r\n", "x")],
  ["a name", mail('Content-Type: text/plain; name="log.txt"\r\n', "x")],
  ["flowed text", mail("Content-Type: text/plain; format=flowed\r\n", "x \r\ny")],
  ["two types", mail("Content-Type: text/plain\r\nContent-Type: text/html\r\n", "x")],
  ["a line that is no header", mail("what is this\r\n", "x")],
  ["an mbox line", Buffer.from("From a@robot.example Tue\r\nSubject: x\r\n\r\nx")],
  ["no body", Buffer.from("From: a@robot.example\r\n")],
  ["blanks at the line's end", mail("Content-Transfer-Encoding: quoted-printable\r\n", "x \r\ny")],
  ["text in base64", mail("Content-Transfer-Encoding: base64\r\n", "aGVs (signed) bG8=")],
])("%s is left to the MIME parser", (_, raw) => {
  expect(splitPlain(raw)).toBeNull();
});

test("every sample mail it takes is split as the MIME parser does", async () => {
  const folder = path.join(import.meta.dirname, "../complaints/fixtures");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  let taken = 0;
  for (const name of names.filter((each) => each.endsWith(".eml"))) {
    const raw = readFileSync(path.join(folder, name));
    const plain = splitPlain(raw);
    if (plain === null) continue;
    taken += 1;
    expect(plain, name).toEqual(await splitMime(raw));
  }
  expect(taken).toBeGreaterThan(5);
});

test("a header block that goes on for ever is read in time that grows with it only", () => {
  const folds = Buffer.from(`A: b\r\n${" \t".repeat(50_000)}\r\n${" x\r\n".repeat(10_000)}`);
  const start = performance.now();
  splitPlain(folds);
  expect(performance.now() - start).toBeLessThan(500);
});
