// npm run check: format and lint, types, architecture, dead code. Each is one line in the report.
import { ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run, say } from "./runtime.mjs";

const STEPS = [
  ["format and lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings"]],
  ["route types", ["node_modules/next/dist/bin/next", "typegen"]],
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  [
    "architecture",
    ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "lib/architecture.test.ts"],
  ],
  ["dead code", ["node_modules/knip/bin/knip.js"]],
];

/** Runs every step even when one fails, so that one run shows everything. Returns how many passed and failed. */
export async function check(node) {
  const failed = [];
  for (const [name, args] of STEPS) {
    const status = await run(node, args, { NEXT_TELEMETRY_DISABLED: "1" });
    say(`check: ${name} ${status === 0 ? "ok" : "FAILED"}`);
    if (status !== 0) failed.push(name);
  }
  return { passed: STEPS.length - failed.length, failed: failed.length };
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith("bin/check.mjs")) {
  process.chdir(root);
  const node = ensureRuntime();
  ensureInstalled();
  ensureGenerated(node);
  const { passed, failed } = await check(node);
  say(`check: ${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
