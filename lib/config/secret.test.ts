import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readSecretKey, seal, unseal } from "./secret.ts";

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
