#!/usr/bin/env node
// npx exitdesk: finds a Node that is new enough, then hands over to bin/commands/main.ts.
import path from "node:path";
import { ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run } from "./runtime.mjs";

const node = ensureRuntime();
ensureInstalled();
ensureGenerated(node);
process.exitCode = await run(node, [
  path.join(root, "bin/commands/main.ts"),
  ...process.argv.slice(2),
]);
