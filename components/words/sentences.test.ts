import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { notFound, refuse } from "@/lib/accounts/refusal.ts";
import { sentences } from "./de/sentences.ts";
import { sayRefusal } from "./say-refusal.ts";

const ROOT = resolve(import.meta.dirname, "../..");
/** So many sentences are still said in English on German pages. It only goes down. */
const STILL_ENGLISH = 12;

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .filter((name) => !name.includes("generated"))
    .map((name) => readFileSync(join(ROOT, folder, name), "utf8"));
}

const SOURCES = [...sources("lib"), ...sources("app")];

/** The sentences of `refuse(code, sentence)`. */
function refused(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "refuse") {
      const sentence = node.arguments[1];
      if (sentence && ts.isStringLiteralLike(sentence)) found.push(sentence.text);
    }
    ts.forEachChild(node, visit);
  };
  if (text.includes("refuse("))
    visit(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

test("the refusals are said in German, but for some", () => {
  const all = SOURCES.flatMap(refused);
  expect(all.length).toBeGreaterThan(80);
  const left = all.filter((sentence) => !Object.hasOwn(sentences, sentence));
  expect(left.length, left.join("\n")).toBeLessThanOrEqual(STILL_ENGLISH);
});

test("no German sentence has lost its English one", () => {
  const gone = Object.keys(sentences).filter(
    (sentence) =>
      !SOURCES.some(
        (text) => text.includes(sentence) || text.includes(JSON.stringify(sentence).slice(1, -1)),
      ),
  );
  expect(gone).toEqual([]);
});

test("both say the same values", () => {
  const places = (text: string) => [...new Set(text.match(/\{[a-zA-Z]+\}/g))].sort().join();
  const odd = Object.entries(sentences).filter(
    ([english, german]) => places(english) !== places(german),
  );
  expect(odd).toEqual([]);
});

test.each([
  [notFound("case"), "Das gibt es nicht (Fall), oder Sie dürfen es nicht sehen."],
  [
    refuse("too-long", "The note is longer than {max} characters.", { max: 9 }),
    "Die Notiz ist länger als 9 Zeichen.",
  ],
  [refuse("new", "Nobody has put this into German."), "Nobody has put this into German."],
  [refuse("odd", "{constructor} is not a sentence."), "{constructor} is not a sentence."],
])("a refusal is said in German where it can be", (refusal, german) => {
  expect(sayRefusal(refusal, "de")).toBe(german);
  expect(sayRefusal(refusal, "en")).toBe(refusal.text);
});
