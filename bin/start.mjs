// npm start: prepare, migrate, then web and worker under this parent until Ctrl+C.
import { ensureBuilt, ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run, stop } from "./runtime.mjs";

process.chdir(root);
const node = ensureRuntime();
ensureInstalled();
ensureGenerated(node);
ensureBuilt(node);
const status = await run(node, ["bin/serve.ts"]);
if (status !== 0) stop("The desk stopped because of the error above.");
