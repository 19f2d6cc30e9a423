import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/**
 * Before anything is built: whatever a request can reach is made by a wrapper, whose permission is a required field, or it
 * stands here with what locks it. The walk (e2e/authorisation.spec.ts) tries the same doors in the build.
 */
const ROOT = resolve(import.meta.dirname, "..");
/** Pages and routes that ask for themselves. */
const OWN_LOCK: Record<string, string> = {
  "app/api/health/live/route.ts": "nothing to know",
  "app/api/health/ready/route.ts": "five yes or no",
  "app/api/health/route.ts": "five yes or no",
  "app/api/intake/route.ts": "a token to hand in mail",
  "app/api/metrics/route.ts": "a token to read metrics",
  "app/join/[token]/page.tsx": "an invitation",
  "app/sign-in/code/page.tsx": "half a sign-in",
  "app/sign-in/page.tsx": "nothing to know",
  "app/welcome/page.tsx": "a desk with nobody",
};
/** What strangers may post. */
const OPEN_ACTIONS = [
  "app/join/actions.ts#acceptInvitationAction",
  "app/language-actions.ts#chooseLanguageAction",
  "app/sign-in/actions.ts#finishSignInAction",
  "app/sign-in/actions.ts#signInAction",
  "app/sign-in/passkey-actions.ts#askPasskeyAction",
  "app/sign-in/passkey-actions.ts#passkeySignInAction",
  "app/welcome/actions.ts#createOwnerAction",
];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/.test(name) && !/generated|\.test\.tsx?$/.test(name)),
);
const parsed = new Map(
  sources
    .filter((name) => name.startsWith("app/"))
    .map((name) => [
      name,
      ts.createSourceFile(name, text(name), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
    ]),
);

function text(name: string): string {
  return readFileSync(join(ROOT, name), "utf8");
}

type Given = [name: string, made: string | null];

/** What a file gives out: the name, and the function a call of which it is; null when it is no call. */
function exportsOf(name: string): Given[] {
  return (parsed.get(name)?.statements ?? []).flatMap((node): Given[] => {
    if (ts.isExportAssignment(node)) return [["default", calleeOf(node.expression)]];
    if (ts.isExportDeclaration(node)) return node.isTypeOnly ? [] : [["re-export", null]];
    return isExported(node) ? declared(node) : [];
  });
}

function declared(node: ts.Statement): Given[] {
  if (ts.isFunctionDeclaration(node)) return [[node.name?.text ?? "default", null]];
  if (!ts.isVariableStatement(node)) return [];
  return node.declarationList.declarations.map(({ name, initializer }) => [
    name.getText(),
    initializer ? calleeOf(initializer) : null,
  ]);
}

function isExported(node: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function calleeOf(expression: ts.Expression): string | null {
  return ts.isCallExpression(expression) ? expression.expression.getText() : null;
}

/** Functions of the pages that make an action with `operatorAction` and nothing else. */
const wrappers = [...parsed.values()].flatMap(({ statements }) =>
  statements.flatMap((node) => {
    if (!ts.isFunctionDeclaration(node) || !node.name) return [];
    const [only] = node.body?.statements ?? [];
    const isOne = node.body?.statements.length === 1 && only && ts.isReturnStatement(only);
    const made = isOne && only.expression ? calleeOf(only.expression) : null;
    return made === "operatorAction" ? [node.name.text] : [];
  }),
);

test("every page is made by the one wrapper, or names its own lock", () => {
  const pages = sources.filter((name) => name.endsWith("/page.tsx"));
  expect(pages.length).toBeGreaterThan(35);
  const bare = pages.filter(
    (name) => exportsOf(name).find(([one]) => one === "default")?.[1] !== "operatorPage",
  );
  expect(bare.sort()).toEqual(Object.keys(OWN_LOCK).filter((name) => name.endsWith("page.tsx")));
});

test("every route is made by a wrapper, or names its own lock", () => {
  const routes = sources.filter((name) => name.endsWith("/route.ts"));
  expect(routes.length).toBeGreaterThan(20);
  const made = ["operatorRoute", "operatorDownload", "publicPage"];
  const bare = routes.filter((name) =>
    exportsOf(name).some(([one, by]) => METHODS.includes(one) && !made.includes(by ?? "")),
  );
  expect(bare.sort()).toEqual(Object.keys(OWN_LOCK).filter((name) => name.endsWith("route.ts")));
});

test("every action is made by a wrapper, and what strangers may post is written down", () => {
  const files = sources.filter((name) => /^"use server"/.test(text(name)));
  expect(files.length).toBeGreaterThan(25);
  const all = files.flatMap((name) =>
    exportsOf(name).map(([one, by]) => ({ action: `${name}#${one}`, by: by ?? "nothing" })),
  );
  expect(all.length).toBeGreaterThan(90);
  const known = ["operatorAction", "publicAction", ...wrappers];
  expect(all.filter(({ by }) => !known.includes(by))).toEqual([]);
  const open = all.filter(({ by }) => by === "publicAction").map(({ action }) => action);
  expect(open.sort()).toEqual(OPEN_ACTIONS);
});

test("there is no other way in: no action inside a page or a component, no handler of Next's older kind", () => {
  const inside = sources.filter((name) => /^\s+"use server"|;\s*"use server"/m.test(text(name)));
  expect(inside).toEqual([]);
  expect(
    sources.filter((name) => /^(?:app|components|lib)\/(?:pages\/|.*middleware\.ts)/.test(name)),
  ).toEqual([]);
});
