import {
  lstatSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import {
  addSecretKey,
  countSecretKeys,
  isNewestSeal,
  oldestKey,
  readSecretKey,
  seal,
  secretKeyId,
  unseal,
  watchSecretKey,
} from "./secret.ts";

const scratch = () => path.join(mkdtempSync(path.join(os.tmpdir(), "exitdesk-secret-")), "data");

test("the key is made once, for its owner only, and found again", () => {
  const dir = scratch();
  const key = readSecretKey(dir);
  expect(readSecretKey(dir)).toEqual(key);
  expect(statSync(path.join(dir, "secret.key")).mode & 0o777).toBe(0o600);
});

test("a file that is no key stops the desk instead of being replaced", () => {
  const dir = scratch();
  readSecretKey(dir);
  writeFileSync(path.join(dir, "secret.key"), "hello");
  expect(() => readSecretKey(dir)).toThrow("backup");
});

test("a sealed text opens only with its key, for its purpose, unchanged", () => {
  const key = readSecretKey(scratch());
  const sealed = seal("pässword", "mailbox:1", key);
  expect(sealed).not.toContain("pässword");
  expect(unseal(sealed, "mailbox:1", key)).toBe("pässword");
  expect(unseal(sealed, "mailbox:2", key)).toBeNull();
  expect(unseal(sealed, "mailbox:1", readSecretKey(scratch()))).toBeNull();
  expect(unseal(`${sealed.slice(0, -2)}AA`, "mailbox:1", key)).toBeNull();
  expect(unseal("v1.", "mailbox:1", key)).toBeNull();
});

test("the same text is sealed differently each time", () => {
  const key = readSecretKey(scratch());
  expect(seal("a", "p", key)).not.toBe(seal("a", "p", key));
});

test("a new key seals, the older ones still open", () => {
  const dir = scratch();
  const first = readSecretKey(dir);
  const before = seal("a", "p", first);
  const both = addSecretKey(dir);
  expect(readSecretKey(dir)).toEqual(both);
  expect([unseal(before, "p", both), isNewestSeal(before, "p", both)]).toEqual(["a", false]);
  const after = seal("a", "p", both);
  expect([unseal(after, "p", first), isNewestSeal(after, "p", both)]).toEqual([null, true]);
  expect(oldestKey(both)).toEqual(first);
  expect([countSecretKeys(first), countSecretKeys(both)]).toEqual([1, 2]);
  expect(secretKeyId(both)).not.toBe(secretKeyId(first));
  expect(statSync(path.join(dir, "secret.key")).mode & 0o777).toBe(0o600);
});

test("a file that is a link to a safer place stays one", () => {
  const dir = scratch();
  const elsewhere = path.join(mkdtempSync(path.join(os.tmpdir(), "exitdesk-secret-")), "safe");
  readSecretKey(dir);
  renameSync(path.join(dir, "secret.key"), elsewhere);
  symlinkSync(elsewhere, path.join(dir, "secret.key"));
  addSecretKey(dir);
  expect(lstatSync(path.join(dir, "secret.key")).isSymbolicLink()).toBe(true);
  expect(countSecretKeys(readSecretKey(dir))).toBe(2);
});

test("a desk that runs notices a new key, and keeps its own when the file is gone", () => {
  const dir = scratch();
  const running = watchSecretKey(dir);
  const before = running();
  const both = addSecretKey(dir);
  expect(running()).toEqual(both);
  expect(running()).not.toEqual(before);
  rmSync(path.join(dir, "secret.key"));
  expect(running()).toEqual(both);
});
