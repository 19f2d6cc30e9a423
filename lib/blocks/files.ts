import { readFile } from "node:fs/promises";
import path from "node:path";
import type { BlockLetterLanguage, BlockLetterName } from "./block-letter.ts";

/** Reads one letter of `templates/blocks`: a subject line, an empty line, the text. */
export async function readBlockLetter(
  folder: string,
  name: BlockLetterName,
  language: BlockLetterLanguage,
): Promise<string> {
  return await readFile(path.join(folder, `${name}.${language}.txt`), "utf8");
}
