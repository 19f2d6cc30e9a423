// npm run bench -- policy: exit policy checks, parsing and "who can reach", beside python3-stem on the same questions.
// Exit status 0 when every target is met, 1 when one is missed, 3 when stem or the network documents are not there.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { decide } from "../../lib/exit-policy/decide.ts";
import { exitsReaching, groupByPolicy, policyGroup } from "../../lib/exit-policy/exits-reaching.ts";
import { parseDescriptorPolicy } from "../../lib/exit-policy/parse-descriptor-policy.ts";
import { parseSummaryPolicy } from "../../lib/exit-policy/parse-summary-policy.ts";
import { parseTorrcPolicy } from "../../lib/exit-policy/parse-torrc-policy.ts";
import type { Policy } from "../../lib/exit-policy/policy.ts";
import { cpuSeconds } from "./cpu-clock.ts";
import { type PolicyQuestions, policyQuestions } from "./policy-questions.ts";

const PYTHON = "/usr/bin/python3";
/** Full descriptors of a whole network: the real ones repeated until they are as many as the biggest consensus has. */
const NETWORK = 7_347;
const TIMES_CHECKS = 300;
const TIMES_PARSE = 5;
const TIMES_SUMMARIES = 50;
const TIMES_FULL = 200;

type Stem = {
  checks: Record<string, number>;
  answers: Record<string, boolean[]>;
  parse: number;
  full: boolean[];
  full_ms: number;
  summary: boolean[];
  summary_ms: number;
};

const missed: string[] = [];
process.exitCode = bench();

function bench(): number {
  const seed = randomInt(2 ** 32);
  const questions = policyQuestions(seed);
  if (questions === null) {
    console.error(
      "The network documents are not beside the checkout (../shared/tor-data): nothing was measured.",
    );
    return 3;
  }
  const stem = askStem(questions);
  if (typeof stem === "string") {
    console.error(
      `python3-stem does not answer, nothing was measured: ${stem} (Debian: apt-get install python3-stem)`,
    );
    return 3;
  }
  console.log(`seed ${seed}; CPU time, this machine, both sides in this run`);
  const slowest = benchChecks(questions, stem);
  benchParse(questions, stem);
  const full = benchFull(questions, stem);
  const summaries = benchSummaries(questions, stem);
  if (missed.length > 0) {
    console.error(`bench policy: missed ${missed.join("; ")}`);
    return 1;
  }
  console.log(
    `bench policy: ok ${Math.round(slowest)} checks/s, full ${ms(full)}, summaries ${ms(summaries)}`,
  );
  return 0;
}

function askStem(questions: PolicyQuestions): Stem | string {
  const script = `${import.meta.dirname}/policy_stem.py`;
  const run = spawnSync(PYTHON, [script], {
    input: JSON.stringify(questions),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (run.status === 0) return JSON.parse(run.stdout) as Stem;
  return run.stderr?.trim().split("\n").at(-1) ?? `${PYTHON} is missing`;
}

/** Checks a second on the slowest of the policies. */
function benchChecks({ torrcs, targets }: PolicyQuestions, stem: Stem): number {
  const rates = Object.entries(torrcs).map(([name, torrc]) => {
    const policy = must(parseTorrcPolicy(torrc, ["203.0.113.9"]).policy);
    const ask = () => targets.map(([ip, port]) => decide(policy, { ip, port }).result === "accept");
    const differing = ask().filter(
      (answer, index) => answer !== stem.answers[name]?.[index],
    ).length;
    const rate = targets.length / cpuSeconds(ask);
    const times = rate / (stem.checks[name] ?? Number.NaN);
    console.log(
      `check, ${name}: ${Math.round(rate)}/s, stem ${Math.round(stem.checks[name] ?? 0)}/s, x${Math.round(times)}, ${differing} differ`,
    );
    judge(differing === 0, `${name}: ${differing} answers differ from stem's`);
    judge(rate >= 1_000_000, `${name}: ${Math.round(rate)} checks/s, wanted 1,000,000`);
    judge(
      times >= TIMES_CHECKS,
      `${name}: ${Math.round(times)} times stem, wanted ${TIMES_CHECKS}`,
    );
    return rate;
  });
  return Math.min(...rates);
}

function benchParse({ full }: PolicyQuestions, stem: Stem): void {
  const rate = full.length / cpuSeconds(() => full.map((lines) => parseDescriptorPolicy(lines)));
  const times = rate / stem.parse;
  console.log(
    `parse, ${full.length} real policies: ${Math.round(rate)}/s, stem ${Math.round(stem.parse)}/s, x${times.toFixed(1)}`,
  );
  judge(times >= TIMES_PARSE, `parsing ${times.toFixed(1)} times stem, wanted ${TIMES_PARSE}`);
}

/** Milliseconds for "who can reach" over a network of full policies. */
function benchFull({ full, target: [ip, port] }: PolicyQuestions, stem: Stem): number {
  const policies = full.map((lines) => must(parseDescriptorPolicy(lines).policy));
  const one = policies.map((policy, relay) => policyGroup(policy, [relay]));
  const reached = new Set(exitsReaching(one, { ip, port }).flatMap(({ relays }) => relays));
  const differing = stem.full.filter((answer, relay) => answer !== reached.has(relay)).length;
  const network = Array.from({ length: NETWORK }, (_, relay) => {
    const lines = full[relay % full.length] ?? [];
    return policyGroup(must(parseDescriptorPolicy(lines).policy), [relay]);
  });
  const spent = 1000 * cpuSeconds(() => exitsReaching(network, { ip, port }));
  const stemMs = (stem.full_ms * NETWORK) / full.length;
  report("full policies", { spent, stemMs, differing, wanted: TIMES_FULL });
  return spent;
}

/** Milliseconds for "who can reach" over the summaries of a real consensus. */
function benchSummaries({ summaries, target: [ip, port] }: PolicyQuestions, stem: Stem): number {
  const relays = summaries.map((text, relay) => ({ relay, text }));
  const { groups } = groupByPolicy(relays, (text) => parseSummaryPolicy({ p: text }).policy);
  const reached = new Set(exitsReaching(groups, { ip, port }).flatMap((found) => found.relays));
  const differing = stem.summary.filter((answer, relay) => answer !== reached.has(relay)).length;
  const spent = 1000 * cpuSeconds(() => exitsReaching(groups, { ip, port }));
  report("summaries", { spent, stemMs: stem.summary_ms, differing, wanted: TIMES_SUMMARIES });
  return spent;
}

type Sweep = { spent: number; stemMs: number; differing: number; wanted: number };

function report(name: string, { spent, stemMs, differing, wanted }: Sweep): void {
  const times = stemMs / spent;
  console.log(
    `who can reach, ${name} of ${NETWORK} relays: ${ms(spent)}, stem ${ms(stemMs)}, x${Math.round(times)}, ${differing} differ`,
  );
  judge(differing === 0, `${name}: ${differing} answers differ from stem's`);
  judge(spent <= 3, `${name}: ${ms(spent)}, wanted 3 ms at most`);
  judge(times >= wanted, `${name}: ${Math.round(times)} times stem, wanted ${wanted}`);
}

function judge(met: boolean, what: string): void {
  if (!met) missed.push(what);
}

function must(policy: Policy | null): Policy {
  if (policy === null) throw new Error("a policy of the benchmark is refused");
  return policy;
}

function ms(value: number): string {
  return `${value.toFixed(value < 1 ? 3 : 1)} ms`;
}
