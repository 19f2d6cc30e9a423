import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const LABELS = new Set(["label", "placeholder", "title", "aria-label", "alt", "hint", "legend"]);
const hasWord = (text: string) => /\p{L}{2}/u.test(text.replace(/&\w+;/g, " "));

/** Names of things, the same in every language; what stands between quotes is code. */
const NAMES = new Set(
  "Shift Y|SHA-256|SHA-1|CollecTor|UTC|TLS|STARTTLS|TCP|UDP|ICMP|/join/".split("|"),
);

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|components\/words\//.test(name));
}

function parse(name: string): ts.SourceFile {
  const text = readFileSync(join(ROOT, name), "utf8");
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
}

/** Words a person would read that stand in the markup itself. */
function literalWords(name: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = literalOf(node);
    if (text !== null && hasWord(text) && !isInCode(node) && !NAMES.has(text.trim()))
      found.push(`${name}: ${text.trim().slice(0, 60)}`);
    ts.forEachChild(node, visit);
  };
  visit(parse(name));
  return found;
}

function literalOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text;
  if (!ts.isStringLiteralLike(node)) return null;
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return LABELS.has(parent.name.getText()) ? node.text : null;
  // {isOpen ? "open" : "closed"} and {name ?? "nobody"} as the child of an element.
  return isChild(node) ? node.text : null;
}

function isChild(node: ts.Node): boolean {
  let at: ts.Node = node;
  while (ts.isConditionalExpression(at.parent) || ts.isBinaryExpression(at.parent)) {
    if (ts.isConditionalExpression(at.parent) && at.parent.condition === at) return false;
    if (ts.isBinaryExpression(at.parent) && /^[=!]=/.test(at.parent.operatorToken.getText()))
      return false;
    at = at.parent;
  }
  return ts.isJsxExpression(at.parent) && !ts.isJsxAttribute(at.parent.parent);
}

function isInCode(node: ts.Node): boolean {
  const parent = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
  return ts.isJsxElement(parent) && /^(?:code|kbd)$/.test(parent.openingElement.tagName.getText());
}

const FILES = [...sources("app"), ...sources("components")];

test("every word of a page stands in the catalogue", () => {
  expect(FILES.length).toBeGreaterThan(200);
  expect(FILES.filter((name) => name.endsWith(".tsx")).flatMap(literalWords)).toEqual([]);
});

/** Files that are sent to the browser: those that say so, and what they import. */
function browserFiles(): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const next of importsOf(name)) visit(next);
  };
  for (const name of FILES)
    if (/^"use client"/.test(readFileSync(join(ROOT, name), "utf8"))) visit(name);
  return reached;
}

function importsOf(name: string): string[] {
  return parse(name).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) return [];
    const { text } = statement.moduleSpecifier as ts.StringLiteral;
    if (text.startsWith("@/")) return [text.slice(2)];
    return text.startsWith(".") ? [relative(ROOT, resolve(ROOT, dirname(name), text))] : [];
  });
}

test("no catalogue is sent to the browser: client components get their words as props", () => {
  const files = browserFiles();
  expect(files.size).toBeGreaterThan(20);
  const catalogue = /^components\/words\/(?:words|en|de|en\/.*|de\/.*)\.ts$/;
  // The page of a failure has no server to ask.
  const own = /^components\/words\/(?:en|de)\/failure\.ts$/;
  expect([...files].filter((name) => catalogue.test(name) && !own.test(name))).toEqual([]);
});
