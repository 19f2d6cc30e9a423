import { createHash } from "node:crypto";
import { branchesOf } from "../../lib/text/pattern-branches.ts";
import { collectPatterns, type Pattern } from "./collect-patterns.ts";
import { madePatterns } from "./made-patterns.ts";

/** One top-level alternative of a pattern. An engine tries them one after the other: none makes another dearer. */
export type Branch = { id: string; source: string; flags: string; files: string[] };

/** All alternatives of all patterns, each once, with the files that have it. */
export async function allBranches(root: string): Promise<Branch[]> {
  const { literals, made } = collectPatterns(root);
  const files = new Set(made.filter(({ inFunction }) => !inFunction).map(({ file }) => file));
  const branches = new Map<string, Branch>();
  for (const pattern of [...literals, ...(await madePatterns(root, [...files]))])
    for (const branch of split(pattern)) {
      const known = branches.get(branch.id);
      if (known === undefined) branches.set(branch.id, branch);
      else if (!known.files.includes(pattern.file)) known.files.push(pattern.file);
    }
  return [...branches.values()];
}

/** Flags that only say what is told of a match do not count. */
function split({ file, source, flags }: Pattern): Branch[] {
  const counting = flags.replace(/[dg]/g, "");
  return branchesOf(new RegExp(source, flags)).map((branch) => {
    const text = `/${branch.source}/${counting}`;
    const id = createHash("sha256").update(text).digest("hex").slice(0, 16);
    return { id, source: branch.source, flags: counting, files: [file] };
  });
}
