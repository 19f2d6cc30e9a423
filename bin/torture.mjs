// npm run torture [-- NAME]: one of the tortures in bin/torture, or all of them.
import path from "node:path";
import { ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run, say } from "./runtime.mjs";

process.chdir(root);
const [name = "", ...args] = process.argv.slice(2);
if (name === "outbox") await torture("outbox.ts", args);
else if (name === "intake") await torture("all.ts", ["intake", ...args]);
else if (name === "folder") await torture("folder.ts", args);
else if (name === "" || name.startsWith("--")) await torture("all.ts", process.argv.slice(2));
else {
  say(
    "usage: npm run torture -- [--short | --full] [--seed N], intake [--mails N] [--kills N] [--rounds N], folder [--mails N], or outbox [--kills N] [--faults N]",
  );
  process.exitCode = 2;
}

async function torture(program, given) {
  const node = ensureRuntime();
  ensureInstalled();
  ensureGenerated(node);
  process.exitCode = await run(node, [path.join(root, "bin/torture", program), ...given]);
}
