import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PageFont } from "./lay-out-pages.ts";

/** The font of printed pages, from the folder of the package that brings it. Throws when it is not there. */
export async function readPageFont(folder: string): Promise<PageFont> {
  return new Uint8Array(await readFile(path.join(folder, "DejaVuSansMono.ttf")));
}
