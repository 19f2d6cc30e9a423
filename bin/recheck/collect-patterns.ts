import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A regular expression as the source has it. */
export type Pattern = { file: string; source: string; flags: string };
/** `literals` are read from the text; `made` are places where one is put together while the program runs. */
export type Collected = { literals: Pattern[]; made: { file: string; inFunction: boolean }[] };

const FOLDERS = ["app", "bin", "components", "lib"];
const FILES = ["next.config.js"];
/** Tests and test rigs read what we wrote ourselves; the generated client is Prisma's. */
const LEFT_OUT =
  /[.]test[.]tsx?$|^lib[/](?:testing|db[/]generated)[/]|^bin[/](?:attack|bench|torture|screens)[/]|[/][.]next[/]/;

/** Every regular expression of the product below `root`, by the compiler's own reading of the files. */
export function collectPatterns(root: string): Collected {
  const collected: Collected = { literals: [], made: [] };
  for (const file of [...FOLDERS.flatMap((folder) => sourcesIn(root, folder)), ...FILES]) {
    const text = readFileSync(path.join(root, file), "utf8");
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), file, collected);
  }
  return collected;
}

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /[.](?:tsx?|mjs|js)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !LEFT_OUT.test(file))
    .toSorted();
}

function visit(node: ts.Node, file: string, collected: Collected): void {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
    collected.literals.push({ file, source, flags });
  }
  if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && isRegExp(node.expression))
    collected.made.push({ file, inFunction: isInFunction(node) });
  ts.forEachChild(node, (child) => visit(child, file, collected));
}

function isRegExp(callee: ts.Expression): boolean {
  return ts.isIdentifier(callee) && callee.text === "RegExp";
}

function isInFunction(node: ts.Node): boolean {
  return ts.findAncestor(node, ts.isFunctionLike) !== undefined;
}
