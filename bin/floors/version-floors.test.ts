import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { belowFloor, isAtLeast, type LockFile } from "./below-floor.ts";
import { NODE_FLOOR, OLDEST_NODE, VERSION_FLOORS } from "./version-floors.ts";

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const lock = read("package-lock.json") as LockFile;
const manifest = read("package.json");

test("no copy of a package in the tree is below its floor", () => {
  expect(belowFloor(lock, VERSION_FLOORS)).toEqual([]);
});

test("the floors are looked for where they are: copies of nodemailer within other packages too", () => {
  const copies = Object.keys(lock.packages).filter((key) =>
    key.endsWith("node_modules/nodemailer"),
  );
  expect(copies.length).toBeGreaterThan(1);
  const missing = ["next", "react", "react-dom", "mailparser", "handlebars", "sanitize-html"];
  for (const name of missing) expect(lock.packages).toHaveProperty([`node_modules/${name}`]);
});

test.each([
  ["node_modules/next", "16.4.0", 1],
  ["node_modules/next", "16.4.1", 0],
  ["node_modules/next", "17.0.0-canary.2", 0],
  ["node_modules/next", "16.4.1-canary.9", 1],
  ["node_modules/a/node_modules/nodemailer", "9.9.9", 1],
  ["node_modules/a/node_modules/nodemailer", "10.0.10", 0],
  ["node_modules/nodemailer-mock", "1.0.0", 0],
  ["node_modules/@other/next", "1.0.0", 0],
])("%s at %s: %i below", (place, version, count) => {
  expect(belowFloor({ packages: { [place]: { version } } }, VERSION_FLOORS)).toHaveLength(count);
});

test("every floor names its advisory and what it would mean here", () => {
  for (const { name, floor, advisory, because } of VERSION_FLOORS) {
    expect([name, floor]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
    expect(advisory.length).toBeGreaterThan(9);
    expect(because.length).toBeGreaterThan(20);
  }
});

test("the Node that is fetched is maintained, and the tests run on one that is", () => {
  expect(isAtLeast(manifest.exitdesk.node, NODE_FLOOR)).toBe(true);
  expect(isAtLeast(process.versions.node, OLDEST_NODE)).toBe(true);
});

test("direct dependencies are exact, and no script of a package runs when it is installed", () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(String(version)))).toEqual(
    [],
  );
  expect(readFileSync(path.join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
});

test("the lock file holds the hash of every package", () => {
  const packages = Object.entries(lock.packages).filter(([place]) => place !== "");
  const without = packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
  expect(packages.length).toBeGreaterThan(300);
  expect(without).toEqual([]);
});
