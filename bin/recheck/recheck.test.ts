import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { allBranches, type Branch } from "./branches.ts";
import { collectPatterns } from "./collect-patterns.ts";
import { CAPS, EXEMPTIONS } from "./exemptions.ts";
import { attackText, judgeBranch, shortened, type Verdict } from "./judge-branch.ts";
import { readVerdicts } from "./verdicts.ts";

// A branch that is new since the verdicts were written is judged here and now.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
process.env["RECHECK_BACKEND"] = "pure";

const root = path.join(import.meta.dirname, "..", "..");
const LONG = 64_000;
const MOST_MS = 150;
let branches: Branch[] = [];
const verdicts = readVerdicts();

beforeAll(async () => {
  branches = await allBranches(root);
});

/** Milliseconds of this thread's own time, whatever else the machine does; the best of three. */
function cost({ source, flags }: Pick<Branch, "source" | "flags">, text: string): number {
  const pattern = new RegExp(source, flags);
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage();
    pattern.lastIndex = 0;
    pattern.exec(text);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

function longest({ source, files }: Branch): number {
  const one = EXEMPTIONS.find((each) => files.includes(each.file) && each.source === source);
  const folder = CAPS.find((each) => files.every((file) => file.startsWith(each.folder)));
  return one?.most ?? folder?.most ?? LONG;
}

/** Lengthens the attack by and by: what doubles with each character must not be met at its full length. */
function costOfAttack(branch: Branch, attack: Exclude<Verdict, string>, most: number): number {
  for (let length = 16; length < most; length += length < 60 ? 2 : length * 0.3) {
    const ms = cost(branch, attackText(attack, length));
    if (ms > MOST_MS) return ms;
  }
  return cost(branch, attackText(attack, most));
}

/** Null when nothing recheck says of it can slow the desk down. */
function weakness(branch: Branch, verdict: Verdict | null): string | null {
  const name = `/${branch.source}/${branch.flags} in ${branch.files.join(", ")}`;
  if (verdict === null) return `not decided: ${name}`;
  if (typeof verdict === "string") return null;
  const most = longest(branch);
  const ms = costOfAttack(branch, verdict, most);
  return ms > MOST_MS ? `${Math.round(ms)} ms for ${most} characters: ${name}` : null;
}

test("no regular expression of the source can be made slow by what it reads", () => {
  const judged = branches.flatMap((branch) => {
    const verdict = verdicts.get(branch.id);
    return verdict === undefined ? [] : (weakness(branch, verdict) ?? []);
  });
  expect(branches.length).toBeGreaterThan(2_500);
  expect(judged).toEqual([]);
});

test("a pattern nobody judged yet is judged now, and its verdict wants writing down: node bin/recheck.ts", async () => {
  const fresh = branches.filter(({ id }) => !verdicts.has(id));
  const weak: string[] = [];
  for (const branch of fresh.slice(0, 6)) {
    const found = weakness(branch, await judgeBranch(branch.source, branch.flags));
    if (found !== null) weak.push(found);
  }
  expect(weak).toEqual([]);
  expect(fresh.map(({ source, files }) => `/${source}/ in ${files.join(", ")}`)).toEqual([]);
});

test("the verdicts speak of the patterns there are: a sample is judged again", async () => {
  const quick = branches.filter(
    ({ id, source }) =>
      verdicts.get(id) === "safe" && source.length < 40 && !/\{|\(\?/.test(source),
  );
  const sample = quick.filter((_, index) => index % Math.ceil(quick.length / 30) === 0);
  expect(sample.length).toBeGreaterThan(15);
  for (const { source, flags } of sample)
    expect([source, await judgeBranch(source, flags)]).toEqual([source, "safe"]);
});

test("recheck and the clock find what is slow", async () => {
  const slow = { id: "", source: "[.,;]+$", flags: "", files: ["lib/mail/x.ts"] };
  expect(weakness(slow, await judgeBranch(slow.source, ""))).toMatch(/ms for 64000 characters/);
  const worse = { ...slow, source: "^(a+)+$" };
  expect(weakness(worse, await judgeBranch(worse.source, ""))).not.toBeNull();
  expect(await judgeBranch("^[a-z]+$", "")).toBe("safe");
});

test("an exemption fits a pattern that is there and says why", () => {
  for (const { file, source, most, because } of EXEMPTIONS) {
    expect(branches.some((one) => one.files.includes(file) && one.source === source)).toBe(true);
    expect([most <= LONG, because.length > 30]).toEqual([true, true]);
  }
});

/** Where a pattern is put together in a function, and why that needs no verdict of its own. */
const MADE_IN_FUNCTIONS: Record<string, string> = {
  "lib/complaints/formats/acns.ts": "a fixed pattern round one of our own field names",
  "lib/complaints/formats/uceprotect.ts": "a literal with other flags",
  "lib/exit-policy/parse-policy-text.ts": "one of two fixed patterns, with or without a 6",
  "lib/privacy/person.ts":
    "an address or a name, every sign of it escaped, between two lookarounds",
  "lib/text/pattern-branches.ts": "a branch of a literal",
  "lib/text/sieve.ts": "a branch of a literal",
  "lib/time/deadline.ts": "a word of UNITS, which SPAN holds too",
  "lib/time/find-dates.ts": "a copy of DATE",
};

test("patterns are made in functions only where it is known of what", () => {
  const made = collectPatterns(root).made.filter(({ inFunction }) => inFunction);
  const files = new Set(made.map(({ file }) => file).filter((file) => file.startsWith("lib/")));
  expect([...files].filter((file) => !(file in MADE_IN_FUNCTIONS))).toEqual([]);
});

test("literals are found by the compiler's reading: not in strings or comments, and in pages too", () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), "exitdesk-recheck-"));
  for (const folder of ["app", "bin", "components", "lib"]) mkdirSync(path.join(scratch, folder));
  for (const file of ["next.config.js"]) writeFileSync(path.join(scratch, file), "");
  writeFileSync(
    path.join(scratch, "app/page.tsx"),
    'const a = "/no/"; // /nor/\nexport const P = <p title="/not/">{/[/]yes/iu.source}</p>;\nnew RegExp(a);\n',
  );
  const { literals, made } = collectPatterns(scratch);
  rmSync(scratch, { recursive: true });
  expect(literals).toEqual([{ file: "app/page.tsx", source: "[/]yes", flags: "iu" }]);
  expect(made).toEqual([{ file: "app/page.tsx", inFunction: false }]);
});

test.each([
  [String.raw`\S{1,40}`, String.raw`\S{1,3}`],
  [String.raw`\d{4}`, String.raw`\d{3}`],
  ["a{2,}", "a{2,}"],
  [String.raw`\{5}`, String.raw`\{5}`],
])("%s is shortened to %s", (long, short) => {
  expect(shortened(long)).toBe(short);
});
