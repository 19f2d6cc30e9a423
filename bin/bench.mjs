// npm run bench [-- NAME]: one of the benchmarks in bin/bench, or all, beside the software they are compared with.
// Exit status 0 when every target is met, 1 when one is missed, 3 when something to compare with is not here.
import { readdirSync } from "node:fs";
import path from "node:path";
import { ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run, say } from "./runtime.mjs";

process.chdir(root);
const folder = path.join(root, "bin/bench");
const names = readdirSync(folder)
  .filter((file) => /^[a-z]+\.ts$/.test(file))
  .map((file) => path.parse(file).name);
const [name, ...args] = process.argv.slice(2);
const chosen = name === undefined ? names : [name];
if (chosen.every((each) => names.includes(each))) {
  const node = ensureRuntime();
  ensureInstalled();
  ensureGenerated(node);
  const statuses = [];
  for (const each of chosen)
    statuses.push(await run(node, [path.join(folder, `${each}.ts`), ...args]));
  process.exitCode =
    statuses.find((status) => status !== 0 && status !== 3) ?? Math.max(...statuses);
} else {
  say(`usage: npm run bench [-- NAME], where NAME is ${names.join(", ")}`);
  process.exitCode = 2;
}
