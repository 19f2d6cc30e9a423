// npm run bench -- NAME: one of the benchmarks in bin/bench, beside the software it is compared with.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run, say } from "./runtime.mjs";

process.chdir(root);
const folder = path.join(root, "bin/bench");
const [name = "", ...args] = process.argv.slice(2);
const script = path.join(folder, `${name}.ts`);
if (/^[a-z]+$/.test(name) && existsSync(script)) {
  const node = ensureRuntime();
  ensureInstalled();
  ensureGenerated(node);
  process.exitCode = await run(node, [script, ...args]);
} else {
  const names = readdirSync(folder).filter((file) => /^[a-z]+\.ts$/.test(file));
  say(
    `usage: npm run bench -- NAME, where NAME is ${names.map((file) => path.parse(file).name).join(", ")}`,
  );
  process.exitCode = 2;
}
