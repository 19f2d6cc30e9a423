import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseMessage } from "./parse-message.ts";

const SHARED = join(import.meta.dirname, "../../../shared");
const PER_MAIL_MS = 2_000;
/** Made to hurt: measured 0.01-1 s each alone; the machine may be shared. */
const PER_BOMB_MS = 10_000;

const head = (type = "text/plain", extra = "") =>
  `From: x@isp.example\r\nSubject: bomb\r\n${extra}Content-Type: ${type}\r\n\r\n`;
const nest = (depth: number) => {
  const open = Array.from(
    { length: depth },
    (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
  );
  return `${head("multipart/mixed; boundary=b0")}${open.join("")}--b${depth}\r\n\r\ndeep`;
};

test.each<[string, string | Buffer]>([
  ["10,000 parts", `${head("multipart/mixed; boundary=b")}${"--b\r\n\r\nx\r\n".repeat(10_000)}`],
  [
    "5,000 attachments",
    `${head("multipart/mixed; boundary=b")}${"--b\r\nContent-Disposition: attachment; filename=a\r\n\r\nx\r\n".repeat(5_000)}`,
  ],
  ["900 levels", nest(900)],
  ["5,000 levels", nest(5_000)],
  ["1,000 mails in mails", head("message/rfc822").repeat(1_000)],
  [
    "500 mails side by side",
    `${head("multipart/digest; boundary=b")}${`--b\r\nContent-Type: message/rfc822\r\n\r\n${head()}x\r\n`.repeat(500)}`,
  ],
  ["100,000 headers", `${"X-H: v\r\n".repeat(100_000)}${head()}x`],
  ["a 5 MB header", `X-Big: ${"a".repeat(5_000_000)}\r\n${head()}x`],
  ["a header folded 100,000 times", `X-F: a${"\r\n b".repeat(100_000)}\r\n${head()}x`],
  [
    "a long header in a part",
    `${head("multipart/mixed; boundary=b")}--b\r\n\r\nfirst\r\n--b\r\nX: ${"a".repeat(2_000_000)}\r\n\r\nx\r\n--b--`,
  ],
  ["a 25 MB line", `${head()}${"x".repeat(25_000_000)}`],
  [
    "2 million soft breaks",
    `${head("text/plain", "Content-Transfer-Encoding: quoted-printable\r\n")}${"a=\r\n".repeat(2_000_000)}`,
  ],
  [
    "10 MB of broken base64",
    `${head("text/plain", "Content-Transfer-Encoding: base64\r\n")}${"!@#$ ".repeat(2_000_000)}`,
  ],
  [
    "100,000 encoded words",
    `Subject: ${"=?utf-8?B?YQ==?= ".repeat(100_000)}\r\nContent-Type: text/plain\r\n\r\nx`,
  ],
  ["unclosed encoded words", `Subject: ${"=?utf-8?Q?a".repeat(20_000)}\r\n\r\nx`],
  [
    "addresses of brackets",
    `From: ${"<".repeat(30_000)}a@x.example\r\nCc: ${"(".repeat(30_000)}\r\nTo: ${"a@b.example,".repeat(3_000)}\r\n\r\nx`,
  ],
  ["100,000 nested divs", `${head("text/html")}${"<div>".repeat(100_000)}x`],
  ["20,000 nested tables", `${head("text/html")}${"<table><tr><td>".repeat(20_000)}x`],
  ["2 million angle brackets", `${head("text/html")}${"<".repeat(2_000_000)}`],
  ["300,000 open comments", `${head("text/html")}${"<!--".repeat(300_000)}`],
  [
    "a gzip of 100 MB",
    `${head("application/gzip", "Content-Transfer-Encoding: base64\r\n")}${gzipSync(Buffer.alloc(100_000_000)).toString("base64")}`,
  ],
  [
    "a parameter in 20,000 pieces",
    `Content-Type: multipart/mixed;${Array.from({ length: 20_000 }, (_, i) => ` name*${i}=a;`).join("\r\n")} boundary=b\r\n\r\n--b\r\n\r\nx`,
  ],
  ["a million NULs", `${head()}${"\0".repeat(1_000_000)}`],
  [
    "format=flowed of 200,000 lines",
    `${head("text/plain; format=flowed")}${"> a \r\n".repeat(200_000)}`,
  ],
  [
    "a PGP header without end",
    `${head()}${"-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: x\r\n".repeat(20_000)}`,
  ],
])(
  "%s: read in time, without a crash",
  async (_shape, raw) => {
    const bytes = Buffer.from(raw as string, "latin1");
    const before = performance.now();
    const message = await parseMessage(bytes);
    expect(performance.now() - before).toBeLessThan(PER_BOMB_MS);
    expect(message.problems.every((problem) => problem.text.length > 10)).toBe(true);
  },
  30_000,
);

const folders = [
  "mime-torture",
  "attack/mime-mime4j",
  "attack/mime-mimekit",
  "attack/mime-nextcloud",
  "attack/mime-roundcube",
  "attack/mime-rubymail-error",
  "attack/mime-stalwart-malformed",
  "attack/mime-stalwart-rfc",
];

test.each(folders)(
  "every mail of %s is read within two seconds",
  async (folder) => {
    const path = join(SHARED, folder);
    expect(existsSync(path), `needs the mails in ${path}`).toBe(true);
    const files = readdirSync(path, { withFileTypes: true, recursive: true }).filter(
      (entry) => entry.isFile() && !entry.name.endsWith(".tsv"),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      const before = performance.now();
      const message = await parseMessage(bytes);
      expect(performance.now() - before, file.name).toBeLessThan(PER_MAIL_MS);
      expect(
        message.headers.length + message.parts.length + message.body.length,
        file.name,
      ).toBeGreaterThan(0);
    }
  },
  120_000,
);
