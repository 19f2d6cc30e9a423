import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { PackPages } from "./pack-input.ts";

const README = /^README\.([a-z]{2})\.txt$/;

/** Reads the pages of evidence packs: `verify.sh`, `VERIFY.md` and one `README.<language>.txt` a language. */
export async function readPackPages(folder: string): Promise<PackPages> {
  const read = (name: string) => readFile(path.join(folder, name), "utf8");
  const readme = new Map<string, string>();
  for (const name of (await readdir(folder)).toSorted()) {
    const language = README.exec(name)?.[1];
    if (language !== undefined) readme.set(language, await read(name));
  }
  return { verifyScript: await read("verify.sh"), verifyGuide: await read("VERIFY.md"), readme };
}
