// npm run attack [-- --payloads N|all] [-- --mutations N] [--seed N]: hostile mail against a running desk.
// Exit status 0 when nothing was executed, asked for, changed or lost, 1 when something was, 3 when the payloads are not here.
import path from "node:path";
import { ensureBuilt, ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run } from "./runtime.mjs";
import { ensureServers } from "./servers.mjs";

process.chdir(root);
const node = ensureRuntime();
ensureServers();
ensureInstalled();
ensureGenerated(node);
ensureBuilt(node);
process.exitCode = await run(node, [
  path.join(root, "bin/attack/attack.ts"),
  ...process.argv.slice(2),
]);
