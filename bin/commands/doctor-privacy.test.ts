import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnv } from "../../lib/config/env.ts";
import { aDesk } from "../../lib/testing/a-desk.ts";
import { checkBackups, checkChoices, checkEnv, checkPrivacy } from "./doctor-privacy.ts";

let home: string;
let data: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "exitdesk-doctor-"));
  data = path.join(home, "data");
  mkdirSync(data, { mode: 0o700 });
});
afterEach(() => rmSync(home, { recursive: true }));

const put = (name: string, mode: number) => {
  const file = path.join(data, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, "x");
  chmodSync(file, mode);
  return file;
};
const warnings = (checks: { state: string; text: string }[]) =>
  checks.filter(({ state }) => state === "warn").map(({ text }) => text);

test("a closed folder with closed keys is fine, whatever its files say", async () => {
  put("desk.db", 0o644);
  put("secret.key", 0o600);
  expect(warnings(await checkPrivacy(data))).toEqual([]);
});

test.each([
  ["the database", "desk.db"],
  ["its log", "desk.db-wal"],
  ["a backup inside", "before-upgrade/desk.db"],
])("in a folder others may enter, %s that they may read is named", async (_, name) => {
  const file = put(name, 0o640);
  for (let one = path.dirname(file); one.startsWith(data); one = path.dirname(one))
    chmodSync(one, 0o755);
  const [told = ""] = warnings(await checkPrivacy(data));
  expect(told).toContain(name);
  expect(told).toContain("chmod");
  chmodSync(data, 0o700);
  expect(warnings(await checkPrivacy(data))).toEqual([]);
});

test("a key others may read is named even in a closed folder, and behind a link", async () => {
  const elsewhere = path.join(home, "key");
  writeFileSync(elsewhere, "x");
  chmodSync(elsewhere, 0o644);
  symlinkSync(elsewhere, path.join(data, "content.keys"));
  put("secret.key", 0o640);
  const told = warnings(await checkPrivacy(data)).join("\n");
  expect(told).toContain("content.keys");
  expect(told).toContain("secret.key");
});

test("a backup with its keys, or open to others, is named; one without is not", async () => {
  for (const name of ["good", "keys", "open"]) {
    const folder = path.join(home, name);
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(path.join(folder, "backup.json"), "{}");
  }
  writeFileSync(path.join(home, "keys", "content.keys"), "x");
  chmodSync(path.join(home, "open"), 0o755);
  chmodSync(path.join(home, "open", "backup.json"), 0o644);
  const told = warnings(await checkBackups(data));
  expect(told).toHaveLength(2);
  expect(told.find((one) => one.includes("content.keys"))).toContain(path.join(home, "keys"));
  expect(told.find((one) => one.includes("chmod"))).toContain(path.join(home, "open"));
});

test.each([
  [{}, 0],
  [{ HOST: "localhost" }, 0],
  [{ HOST: "::1" }, 0],
  [{ HOST: "0.0.0.0" }, 1],
  [{ HOST: "desk.example" }, 1],
  [{ HOST: "192.0.2.1", ALLOWED_INTERNAL: "10.0.0.0/24" }, 2],
])("of the settings %j so many weaken the desk: %i", (given, count) => {
  expect(checkEnv(readEnv(given))).toHaveLength(count);
});

test("what owners chose: lines without encryption, any certificate, a password alone, no end of keeping", async () => {
  const desk = await aDesk();
  const quiet = warnings(await checkChoices(desk.db)).join("\n");
  expect(quiet).not.toContain("mailbox");
  const data = {
    imapSecurity: "none",
    smtpHost: "127.0.0.1",
    smtpSecurity: "none",
    allowSelfSigned: true,
  };
  await desk.db.mailbox.update({ where: { id: desk.mailbox.id }, data });
  const told = warnings(await checkChoices(desk.db));
  expect(told.filter((one) => one.includes("unencrypted"))).toHaveLength(1);
  expect(told.filter((one) => one.includes("any certificate"))).toHaveLength(1);
  expect(told.filter((one) => one.includes("password alone"))).toHaveLength(1);
  expect(told.filter((one) => one.includes("how long"))).toHaveLength(1);
  await desk.close();
});
