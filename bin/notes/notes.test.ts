import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const files = ["app", "bin", "components", "docs", "e2e", "lib", "prisma", "templates"].flatMap(
  (folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/${name}`,
    ),
);

/** The classes a desk that reads strangers' mail has to answer for. A row may not go, or become another, unnoticed. */
const CLASSES = `HTML mail
Tracking pixels
CSS exfiltration
Forms in mail
MIME bombs
Slow header parsers
Zip, gzip and XML bombs
Charset tricks
Encoded words
Regular expressions
Headers or recipients
Files or addresses read
Forged police or provider
Forged Authentication-Results
Loops, backscatter
Control headers
Reply-To hijack
Case-reference hijack
Template injection
Formulas in CSV
SSRF
Ways round the proxy
Server actions
Sessions fixed, stolen
Guessed passwords
Operators and SQL
Attachment names
Webhooks
Secrets at rest
Words in logs
IMAP misbehaves
SMTP leaves it open
Supply chain`.split("\n");

/** What level 2 asks of a desk like this: in the table, or named under "Not met". */
const REQUIREMENTS =
  "1.2.1 1.2.2 1.2.4 1.2.10 1.3.1 1.3.4 1.3.6 1.3.7 1.3.11 1.3.12 1.5.1 1.5.2 2.2.1 2.2.2 2.3.1 2.3.3 2.4.1 3.2.1 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 3.5.1 3.5.3 4.1.1 4.1.3 4.2.1 5.2.1 5.2.2 5.2.3 5.3.2 5.4.1 5.4.2 6.2.1 6.2.4 6.2.9 6.3.1 6.3.2 6.3.3 6.5.1 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 8.2.1 8.2.2 8.2.3 8.3.1 11.3.2 11.4.2 11.5.1 12.3.1 12.3.2 13.3.1 13.4.2 14.2.1 14.3.2 15.1.2 15.2.2 15.3.1 15.3.2 15.3.3 15.3.6 16.2.5 16.3.1 16.3.2 16.4.1 16.5.1 16.5.3".split(
    " ",
  );

const threats = read("docs/threat-model.md");
const asvs = read("docs/asvs.md");

test("every class of threat has its row, in order, with defence and test", () => {
  const rows = rowsOf(threats).filter(([number]) => /^\d+$/.test(number ?? ""));
  expect(rows.map(([number]) => Number(number))).toEqual(CLASSES.map((_, index) => index + 1));
  for (const [index, [, name = "", defence = "", proof = ""]] of rows.entries()) {
    expect(name).toContain(CLASSES[index]);
    expect(defence.length, name).toBeGreaterThan(20);
    expect(testsIn(proof).length, name).toBeGreaterThan(0);
  }
});

test("every row of every table of threats names a test or says accepted", () => {
  const bare = rowsOf(threats).filter((cells) => !isProven(cells.at(-1) ?? ""));
  expect(bare).toEqual([]);
});

test("every requirement of level 2 has its row with a test, or stands under what is not met", () => {
  const rows = rowsOf(asvs);
  const numbers = (text: string) => [...text.matchAll(/\bV(\d+\.\d+\.\d+)\b/g)].map(([, n]) => n);
  const met = rows.flatMap(([requirement = ""]) => numbers(requirement));
  const notMet = numbers(asvs.slice(asvs.indexOf("## Not met"), asvs.indexOf("## Not applicable")));
  expect(met.filter((number) => notMet.includes(number))).toEqual([]);
  expect(REQUIREMENTS.filter((number) => ![...met, ...notMet].includes(number))).toEqual([]);
  for (const cells of rows) expect(isProven(cells[3] ?? ""), cells[0]).toBe(true);
});

test.each(["docs/threat-model.md", "docs/asvs.md"])("every file %s names is there", (note) => {
  const named = filesIn(read(note));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
  const numbers = [...read(note).matchAll(/\((?:decision )?(0\d\d)\)/g)].map(
    ([, number]) => number,
  );
  const missing = numbers.filter(
    (number) => !files.some((file) => file.startsWith(`docs/decisions/${number}-`)),
  );
  expect(missing).toEqual([]);
});

test("no note links to what is not there", () => {
  const notes = files.filter((file) => file.startsWith("docs/") && file.endsWith(".md"));
  const pages = [...notes, "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
      .map(([, target = ""]) => path.join(root, path.dirname(page), target))
      .filter((target) => !existsSync(target))
      .map((target) => `${page}: ${path.relative(root, target)}`),
  );
  expect(pages.length).toBeGreaterThan(30);
  expect(dead).toEqual([]);
});

test("a row without a test, and a file that is not there, are found", () => {
  expect(isProven("it was looked at")).toBe(false);
  expect(isProven("Accepted: nobody can")).toBe(true);
  expect(isProven("`no-such.test.ts`")).toBe(false);
  expect(isThere("lib/mail/no-such.ts")).toBe(false);
  expect(isThere("notes.test.ts")).toBe(true);
});

/** The rows of all tables of a page, without heads and rules, as trimmed cells. */
function rowsOf(page: string): string[][] {
  const lines = page.split("\n");
  return lines
    .filter((line, index) => line.startsWith("| ") && !lines[index + 1]?.startsWith("|---"))
    .map((line) =>
      line
        .slice(1, -1)
        .split(" | ")
        .map((cell) => cell.trim()),
    );
}

/** `a/b.ts`, or `b.ts` alone where a row named its folder before. */
function filesIn(text: string): string[] {
  return [...text.matchAll(/`([\w./[\]{}-]+\.(?:tsx?|mjs|txt|json))`/g)].map(
    ([, name = ""]) => name,
  );
}

function testsIn(cell: string): string[] {
  return filesIn(cell).filter((name) => /\.(?:test|spec)\.ts$/.test(name) && isThere(name));
}

function isThere(name: string): boolean {
  return (
    files.some((file) => file === name || file.endsWith(`/${name}`)) ||
    existsSync(path.join(root, name))
  );
}

function isProven(cell: string): boolean {
  return testsIn(cell).length > 0 || /\bwalk\b|\baccepted\b/i.test(cell);
}
