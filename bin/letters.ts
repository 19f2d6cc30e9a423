// The letters of the commonest situations, to be read by people: node bin/letters.ts writes docs/letters.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeLetters } from "./letters/write-letters.ts";

const OUT = path.join(import.meta.dirname, "../docs/letters");
const files = await writeLetters();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const [name, text] of files) writeFileSync(path.join(OUT, name), text);
console.log(`${files.size - 1} files of letters in docs/letters`);
