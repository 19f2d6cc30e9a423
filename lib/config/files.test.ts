import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { makeKeyFile, replaceKeyFile } from "./files.ts";

const scratch = mkdtempSync(path.join(tmpdir(), "exitdesk-keyfile-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const modeOf = (file: string) => statSync(file).mode & 0o777;

test("eight processes that start at once all read the one key that was made, whole", async () => {
  const folder = path.join(scratch, "fresh");
  const program = `import { readSecretKey } from "./lib/config/secret.ts";
    process.stdout.write(Buffer.from(readSecretKey(${JSON.stringify(folder)})).toString("hex"));`;
  const run = promisify(execFile);
  const args = ["--input-type=module-typescript", "-e", program];
  const all = await Promise.all(
    Array.from({ length: 8 }, async () => (await run(process.execPath, args)).stdout),
  );
  expect(new Set(all).size).toBe(1);
  expect(all[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(readdirSync(folder)).toEqual(["secret.key"]);
  expect(modeOf(path.join(folder, "secret.key"))).toBe(0o600);
}, 30_000);

test("a key that is there stays; one in its place is for its owner only, whatever was left behind", () => {
  const file = path.join(scratch, "some.key");
  makeKeyFile(file, "first\n");
  makeKeyFile(file, "second\n");
  expect(readFileSync(file, "utf8")).toBe("first\n");
  writeFileSync(`${file}.new`, "half", { mode: 0o644 });
  replaceKeyFile(file, "third\n");
  expect([readFileSync(file, "utf8"), modeOf(file)]).toEqual(["third\n", 0o600]);
  expect(readdirSync(scratch).filter((name) => name.startsWith("some"))).toEqual(["some.key"]);
});
