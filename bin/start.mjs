// npm start: prepare, migrate, then web and worker under this parent until Ctrl+C.
import { ensureBuilt, ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root } from "./runtime.mjs";
import { serve } from "./serve.mjs";

process.chdir(root);
const node = ensureRuntime();
ensureInstalled();
ensureGenerated(node);
ensureBuilt(node);
await serve(node);
