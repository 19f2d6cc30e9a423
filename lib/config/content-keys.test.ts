import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { addContentKey, readContentKeys } from "./content-keys.ts";
import {
  decryptBytes,
  decryptText,
  encryptBytes,
  encryptText,
  isCurrent,
  keyedHash,
} from "./envelope.ts";

const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));
const HERE = "Draft.text:1";

test("the key is made once, for its owner's eyes only, and read again", () => {
  const keys = readContentKeys(folder);
  expect(readContentKeys(folder)).toEqual(keys);
  expect(statSync(path.join(folder, "content.keys")).mode & 0o777).toBe(0o600);
});

test("what is encrypted opens in its own place only, and only whole", () => {
  const keys = readContentKeys(folder);
  const text = encryptText("Ermittlung", HERE, keys);
  expect(text).not.toContain("Ermittlung");
  expect(decryptText(text, HERE, keys)).toBe("Ermittlung");
  expect(decryptText(text, "Draft.text:2", keys)).toBeNull();
  expect(decryptText(`${text.slice(0, -2)}AA`, HERE, keys)).toBeNull();
  expect(decryptText("xd1.00000000.", HERE, keys)).toBeNull();
  expect(decryptText("xd1.nonsense", HERE, keys)).toBeNull();
  const bytes = encryptBytes(Buffer.from([1, 2, 3]), HERE, keys);
  expect([...(decryptBytes(bytes, HERE, keys) ?? [])]).toEqual([1, 2, 3]);
  expect(decryptBytes(bytes, "Draft.text:2", keys)).toBeNull();
  expect(decryptBytes(Buffer.from([1, 2, 3]), HERE, keys)).toBeNull();
});

test("the same twice is not the same to see; as a keyed hash it is", () => {
  const keys = readContentKeys(folder);
  expect(encryptText("x", HERE, keys)).not.toBe(encryptText("x", HERE, keys));
  expect(keyedHash("x", keys)).toBe(keyedHash("x", keys));
});

test("a new key encrypts, the old one still opens, and hashes stay", () => {
  const old = readContentKeys(folder);
  const text = encryptText("kept", HERE, old);
  const keys = addContentKey(folder);
  expect(keys.current).not.toBe(old.current);
  expect(decryptText(text, HERE, keys)).toBe("kept");
  expect([isCurrent(text, old), isCurrent(text, keys)]).toEqual([true, false]);
  expect(isCurrent(encryptBytes(Buffer.from("a"), HERE, keys), keys)).toBe(true);
  expect(keyedHash("x", keys)).toBe(keyedHash("x", old));
  expect(readContentKeys(folder)).toEqual(keys);
});

test("a file that holds no key is refused by its name", () => {
  const other = mkdtempSync(path.join(tmpdir(), "exitdesk-keys-"));
  const file = path.join(other, "content.keys");
  for (const text of ["", "not a key\n", `${readFileSync(path.join(folder, "content.keys"))}x`]) {
    writeFileSync(file, text);
    expect(() => readContentKeys(other)).toThrow(/content\.keys holds .*backup/);
  }
  rmSync(other, { recursive: true });
});

test("a process that runs opens what another one encrypts with a newer key", () => {
  const running = readContentKeys(folder);
  const text = encryptText("later", HERE, addContentKey(folder));
  expect(decryptText(text, HERE, running)).toBe("later");
  expect(running.current).not.toBe(readContentKeys(folder).current);
});
