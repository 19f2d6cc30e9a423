import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Pattern } from "./collect-patterns.ts";

/**
 * Patterns that are put together when a module is loaded, caught as they are made. Each of `files` is imported; what
 * other modules make meanwhile is left out, by the stack.
 */
export async function madePatterns(root: string, files: readonly string[]): Promise<Pattern[]> {
  const caught: Pattern[] = [];
  const Plain = globalThis.RegExp;
  const note = (made: RegExp) => {
    const stack = new Error("where").stack ?? "";
    const file = files.find((each) => stack.includes(`/${each}:`));
    if (file !== undefined) caught.push({ file, source: made.source, flags: made.flags });
    return made;
  };
  globalThis.RegExp = new Proxy(Plain, {
    construct: (target, args) => note(Reflect.construct(target, args)),
    apply: (target, self, args) => note(Reflect.apply(target, self, args)),
  });
  try {
    for (const file of files) await import(pathToFileURL(path.join(root, file)).href);
  } finally {
    globalThis.RegExp = Plain;
  }
  return caught;
}
