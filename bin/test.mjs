// npm test: what a stranger runs on a fresh clone. Installs what the tests need, then check, unit, integration, browser.
import { readFileSync, rmSync } from "node:fs";
import { check } from "./check.mjs";
import { ensureBuilt, ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { ensureRuntime, root, run, say } from "./runtime.mjs";
import { ensureServers } from "./servers.mjs";

const REPORTS = {
  unit: "test-results/unit.json",
  postgresql: "test-results/postgresql.json",
  integration: "test-results/integration.json",
  browser: "test-results/browser.json",
};

process.chdir(root);
const total = { passed: 0, failed: 0 };
process.on("exit", (status) => {
  if (status !== 0 && total.failed === 0) total.failed = 1;
  say(`${total.passed} passed, ${total.failed} failed`);
});

const node = ensureRuntime();
ensureServers();
ensureInstalled();
ensureGenerated(node);
add(await check(node));
await vitest("unit");
await vitest("postgresql");
await vitest("integration");
ensureBuilt(node);
// The journeys wait for mail most of the time; hostile mail is shown meanwhile.
await Promise.all([browser(), attack()]);
await evaluation();
process.exitCode = total.failed === 0 ? 0 : 1;

async function vitest(project) {
  rmSync(REPORTS[project], { force: true });
  await run(node, [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${REPORTS[project]}`,
  ]);
  const report = read(REPORTS[project]);
  if (report)
    add({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numPendingTests + emptyFiles(report),
    });
  else add({ passed: 0, failed: 1 });
}

/** A file that failed to load holds no test and would not be counted otherwise. */
function emptyFiles(report) {
  return report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
}

async function browser() {
  rmSync(REPORTS.browser, { force: true });
  await run(node, ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: REPORTS.browser,
  });
  const stats = read(REPORTS.browser)?.stats;
  if (stats)
    add({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + (stats.expected === 0 ? 1 : 0),
    });
  else add({ passed: 0, failed: 1 });
}

async function attack() {
  addOne(await run(node, ["bin/attack/attack.ts"]));
}

async function evaluation() {
  addOne(await run(node, ["bin/eval.ts"]));
}

function addOne(status) {
  add(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}
