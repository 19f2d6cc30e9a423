// npm run eval: scores the core on the labelled corpus beside the checkout, see bin/eval.ts.
import { ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run } from "./runtime.mjs";

process.chdir(root);
const node = ensureRuntime();
ensureInstalled();
ensureGenerated(node);
process.exitCode = await run(node, ["bin/eval.ts", ...process.argv.slice(2)]);
