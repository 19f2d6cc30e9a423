import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inputSize, readMails } from "./files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MAIL = "Subject: x\n\nbody\n";
const put = (name: string, text: string) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};
async function read(target: string) {
  const skipped: string[] = [];
  const mails = [];
  for await (const mail of readMails(target, {
    onSkip: (name) => skipped.push(path.basename(name)),
  }))
    mails.push({
      ...mail,
      name: path.relative(folder, mail.name),
      raw: Buffer.from(mail.raw).toString(),
    });
  return { mails, skipped };
}

test("one file without a separator is one mail, bytes untouched", async () => {
  const text = "Subject: x\r\n\r\nFrom the log:\r\n>From here\r\n\r\n";
  const { mails } = await read(put("a.eml", text));
  expect(mails.map((mail) => mail.raw)).toEqual([text]);
});

test("a named file is always a mail; in a folder a stranger is left out, and named", async () => {
  put("a.eml", "not really a mail");
  put("b", MAIL);
  put("c.csv", "ip,port\n192.0.2.1,22\n");
  put("d", "");
  const { mails, skipped } = await read(folder);
  expect(mails.map((mail) => mail.name)).toEqual(["a.eml", "b"]);
  expect(skipped).toEqual(["c.csv", "d"]);
});

test("an mbox may begin with a byte-order mark or empty lines", async () => {
  const box = `From a@b.example Thu Jan  1 00:00:00 2026\n${MAIL}\nFrom a@b.example Thu Jan  1 00:00:00 2026\n${MAIL}\n`;
  expect((await read(put("a", `\ufeff${box}`))).mails).toHaveLength(2);
  expect((await read(put("b", `\r\n\n${box}`))).mails).toHaveLength(2);
});

test("a Maildir says when a mail was delivered; what is half delivered is not read", async () => {
  put("box/cur/1767225600.M1.host:2,S", MAIL);
  put("box/new/1767225601.M2.host", MAIL);
  put("box/tmp/1767225602.M3.host", MAIL);
  put("box/.Sent/cur/1767225603.M4.host", MAIL);
  put("box/.Sent/new/1767225604.M5.host", MAIL);
  const { mails } = await read(path.join(folder, "box"));
  expect(mails.map((mail) => mail.receivedAt?.getTime())).toEqual(
    [3, 4, 0, 1].map((second) => 1767225600000 + second * 1000),
  );
});

test("a mail too large is named with the remedy and only its beginning is held", async () => {
  const file = put("big.eml", MAIL);
  truncateSync(file, 60 * 1024 * 1024);
  const [mail] = (await read(file)).mails;
  expect(mail?.problem).toContain("The mail is 63 MB; the desk takes mails up to 52 MB.");
  expect(await inputSize(folder)).toBe(60 * 1024 * 1024);
});

test("what is not there throws, for the caller to name", async () => {
  await expect(read(path.join(folder, "missing"))).rejects.toThrow("ENOENT");
});
