// npm run bench [-- NAME] [--short]: one of the benchmarks in bin/bench, or all, beside the software they are compared with.
// `--short`: those that need no build, small; only what is counted and ratios of CPU times decide. The last line is
// `bench: ok name=value ...`, or `bench: short ...` with what misses its target. Exit status 0 when every target is met, 1
// when one is missed, 3 when something to compare with is not here.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, say } from "./runtime.mjs";

/** Of the short form, in this order; together they take a minute. */
const SHORT = ["statements", "fsync", "outbox", "import", "intake"];

process.chdir(root);
const folder = path.join(root, "bin/bench");
const names = readdirSync(folder)
  .filter((file) => /^[a-z]+\.ts$/.test(file))
  .map((file) => path.parse(file).name);
const given = process.argv.slice(2);
const name = given.find((arg) => names.includes(arg));
const args = given.filter((arg) => arg !== name);
if (name === undefined && args.some((arg) => arg !== "--short")) {
  say(`usage: npm run bench [-- NAME] [--short], where NAME is ${names.join(", ")}`);
  process.exitCode = 2;
} else {
  const node = ensureRuntime();
  ensureInstalled();
  ensureGenerated(node);
  const results = [];
  for (const each of chosen()) results.push(await bench(node, each));
  process.exitCode = sumUp(results);
}

function chosen() {
  if (name !== undefined) return [name];
  // Growth takes hours of desks; it is asked for by its name.
  return args.includes("--short") ? SHORT : names.filter((each) => each !== "growth");
}

/** Runs one to its end, its words shown as they come; its last line is its result. */
function bench(node, each) {
  return new Promise((resolve) => {
    const child = spawn(node, [path.join(folder, `${each}.ts`), ...args], {
      stdio: ["inherit", "pipe", "inherit"],
    });
    let last = "";
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      last = `${last}${chunk}`.slice(-8_000);
    });
    child.on("close", (code, signal) => {
      const line = last.trimEnd().split("\n").at(-1) ?? "";
      const result = line.startsWith(`bench ${each}: `) ? line.slice(`bench ${each}: `.length) : "";
      resolve({ name: each, status: signal ? 1 : code, result });
    });
  });
}

/** The last line; one that says nothing of itself is named with its exit status. */
function sumUp(results) {
  const missed = results.filter(({ status }) => status !== 0 && status !== 3);
  const absent = results.filter(({ status }) => status === 3).map((one) => `${one.name}=not-here`);
  const words = ({ name: of, status, result }) =>
    result === "" ? `${of}=exit-${status}` : result.replace(/^ok /, "");
  if (name === undefined) {
    const met = results.filter(({ status }) => status === 0).map(words);
    const short = missed.map((one) => `${one.name}: ${words(one)};`);
    say(["bench:", missed.length > 0 ? "short" : "ok", ...short, ...met, ...absent].join(" "));
  }
  if (missed.length > 0) return 1;
  return absent.length > 0 ? 3 : 0;
}
