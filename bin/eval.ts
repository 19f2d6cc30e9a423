// npm run eval [-- --wrong FIELD]: the triage command over the labelled corpus beside the checkout, and its score.
// Exit status 0 when every target is met, 1 when one is missed, 3 when there is no corpus here.
import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crossValidated, withLessons } from "./cross-validation.ts";
import { labelledMails } from "./labelled.ts";

const ROOT = path.dirname(import.meta.dirname);
const SHARED = path.join(ROOT, "../shared");
const CORPUS = path.join(SHARED, "corpus/dev");
const SCORER = path.join(SHARED, "tools/score-triage.mjs");

/** What each score must reach; `most` where less is better. Raise a line when the desk is better, never lower one. */
const TARGETS: { score: string; least?: number; most?: number }[] = [
  { score: "is_complaint", least: 0.98 },
  { score: "type", least: 0.95 },
  { score: "reported_ips", least: 0.97 },
  { score: "dst_ports", least: 0.95 },
  { score: "event_times", least: 0.93 },
  { score: "deadline", least: 0.95 },
  { score: "external_ref", least: 0.9 },
  { score: "language", least: 0.98 },
  { score: "le_recall", least: 1 },
  { score: "false_le", most: 0 },
  { score: "grave_as_harmless", most: 0 },
  { score: "crashed", most: 0 },
];

/** What cross-validation must show of the answers called sure; a desk that is never sure would be right in all of them. */
const RIGHT_AMONG_SURE = 0.99;
const SHARE_SURE = 0.35;

process.exitCode = await evaluate(process.argv.slice(2));

async function evaluate(args: string[]): Promise<number> {
  if (!existsSync(path.join(CORPUS, "labels.jsonl")) || !existsSync(SCORER)) {
    process.stderr.write(
      `There is no labelled corpus at ${path.relative(ROOT, CORPUS)}: nothing was measured.\n`,
    );
    return 3;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-eval-"));
  try {
    const predictions = triageAll(folder);
    const scored = score(predictions, folder, args);
    const shortOfSure = await calibration();
    return Math.max(shortOfSure, judge(scored));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs the command as a user would; its answers go to a file in `folder`. */
function triageAll(folder: string): string {
  const file = path.join(folder, "predictions.jsonl");
  const output = openSync(file, "w");
  const command = [path.join(ROOT, "bin/commands/main.ts"), "triage", "--json", ...mails()];
  spawnSync(process.execPath, command, { stdio: ["ignore", output, "inherit"] });
  closeSync(output);
  return file;
}

function mails(): string[] {
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => path.join(CORPUS, name));
}

function score(predictions: string, folder: string, args: string[]): string {
  const list = path.join(folder, "files.txt");
  writeFileSync(list, mails().join("\n"));
  const labels = path.join(CORPUS, "labels.jsonl");
  const command = [SCORER, labels, predictions, "--files", list, ...args];
  const { stdout } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 * 1024 * 1024,
  });
  process.stdout.write(stdout);
  return stdout;
}

/** Is what is called sure right, by cross-validation? See lib/classify/confidence.ts. 1 when short. */
async function calibration(): Promise<number> {
  const mails = (await labelledMails()) ?? [];
  const { sure, right, table } = crossValidated(mails);
  process.stdout.write(withLessons(mails));
  process.stdout.write(
    `${table}cross-validation: sure=${sure.toFixed(3)} right_among_sure=${right.toFixed(4)}\n`,
  );
  if (right >= RIGHT_AMONG_SURE && sure >= SHARE_SURE) return 0;
  process.stdout.write(
    `short: of the sure answers ${RIGHT_AMONG_SURE} must be right, and ${SHARE_SURE} of all must be sure\n`,
  );
  return 1;
}

/** Compares the scorer's last line (`eval: type=0.912 ...`) with the targets. */
function judge(stdout: string): number {
  const line = stdout.split("\n").findLast((text) => text.startsWith("eval:")) ?? "";
  const found = new Map(
    [...line.matchAll(/\b(\w+)=(\S+)/g)].map(([, name, value]) => [name, Number(value)]),
  );
  const missed = TARGETS.filter((target) => !meets(target, found.get(target.score) ?? Number.NaN));
  for (const { score: name, least, most } of missed)
    process.stdout.write(
      `short: ${name}=${found.get(name)}, wanted ${least === undefined ? `at most ${most}` : `at least ${least}`}\n`,
    );
  return missed.length === 0 ? 0 : 1;
}

function meets({ least, most }: { least?: number; most?: number }, value: number): boolean {
  return (
    value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY)
  );
}
