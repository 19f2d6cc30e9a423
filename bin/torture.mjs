// npm run torture -- NAME: one of the tortures in bin/torture, full size unless told otherwise.
import path from "node:path";
import { ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run, say } from "./runtime.mjs";

process.chdir(root);
const [name = "", ...args] = process.argv.slice(2);
if (name === "outbox") {
  const node = ensureRuntime();
  ensureInstalled();
  ensureGenerated(node);
  process.exitCode = await run(node, [path.join(root, "bin/torture/outbox.ts"), ...args]);
} else {
  say("usage: npm run torture -- outbox [--kills N] [--faults N] [--seed N]");
  process.exitCode = 2;
}
