// npm run e2e: the browser journeys, against real servers. Arguments go to Playwright.
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
  "node_modules/@playwright/test/cli.js",
  "test",
  ...process.argv.slice(2),
]);
