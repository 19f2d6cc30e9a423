import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { writeLetters } from "./write-letters.ts";

const DOCS = path.join(import.meta.dirname, "../../docs/letters");

test("docs/letters is what the desk drafts today; node bin/letters.ts writes it anew", async () => {
  const files = await writeLetters();
  expect(readdirSync(DOCS).toSorted()).toEqual([...files.keys()].toSorted());
  for (const [name, text] of files) expect(readFileSync(path.join(DOCS, name), "utf8")).toBe(text);
});
