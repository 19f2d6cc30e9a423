import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zip } from "./zip.ts";

const AT = Date.parse("2026-02-03T04:05:07Z");
const FILES = [
  { path: "README.txt", bytes: Buffer.from("plain words\n".repeat(500)) },
  { path: "relay/relay7/empty", bytes: new Uint8Array() },
  { path: "noise", bytes: randomBytes(100_000) },
  { path: "Grüße/für alle.txt", bytes: Buffer.from("ü") },
];
let folder: string;
let archive: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-zip-"));
  archive = path.join(folder, "pack.zip");
  writeFileSync(archive, zip(FILES, AT));
});
afterAll(() => rmSync(folder, { recursive: true }));

const PYTHON = `
import json, sys, zipfile
pack = zipfile.ZipFile(sys.argv[1])
print(json.dumps([pack.testzip()] + [
    [info.filename, pack.read(info).hex(), info.date_time, oct(info.external_attr >> 16)]
    for info in pack.infolist()]))
`;

test("python reads every file, name, time and mode back", () => {
  const read = JSON.parse(
    execFileSync("python3", ["-c", PYTHON, archive], { encoding: "utf8" }),
  ) as [null, ...unknown[][]];
  expect(read).toEqual([
    null,
    ...FILES.map((file) => [
      file.path,
      Buffer.from(file.bytes).toString("hex"),
      [2026, 2, 3, 4, 5, 6],
      "0o100644",
    ]),
  ]);
});

test("unzip finds no error and unpacks the bytes", () => {
  expect(execFileSync("unzip", ["-tq", archive], { encoding: "utf8" })).toMatch(/^No errors/);
  const out = execFileSync("unzip", ["-p", archive, "noise"], { maxBuffer: 1e6 });
  expect(out.equals(FILES[2]?.bytes ?? new Uint8Array())).toBe(true);
});

test("the same files and time give the same bytes; repetition is packed small", () => {
  expect(Buffer.from(zip(FILES, AT)).equals(zip(FILES, AT))).toBe(true);
  expect(zip(FILES.slice(0, 1), AT).length).toBeLessThan(400);
});

test("no file at all is an empty archive", () => {
  expect(zip([], AT)).toHaveLength(22);
});

test.each([0, Date.parse("2200-01-01T00:00:00Z")])(
  "a time zip cannot say (%i) is moved into its range",
  (at) => {
    const time = Buffer.from(zip(FILES, at)).readUInt32LE(10);
    expect(1980 + (time >>> 25)).toBe(at === 0 ? 1980 : 2107);
  },
);

test.each(["../up", "/etc/passwd", "a//b", "a/./b", "", "C:\\x", "a\nb", "a/..", "x\0"])(
  "the path %j is refused",
  (bad) => {
    expect(() => zip([{ path: bad, bytes: new Uint8Array() }], AT)).toThrow(RangeError);
  },
);
