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
import { acceptedAt, changingRelay, moments } from "./policy-history.ts";
import { timeHolders } from "./policy-holders.ts";
import { later, type PolicyQuestions, policyQuestions } from "./policy-questions.ts";

const PYTHON = "/usr/bin/python3";
/** Full descriptors of a whole network: the real ones repeated until they are as many as the biggest consensus has. */
const NETWORK = 7_347;
const TIMES_CHECKS = 300;
const TIMES_PARSE = 5;
const TIMES_SUMMARIES = 50;
const TIMES_FULL = 200;
const THREE_YEARS = 1_095;

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
process.exitCode = await bench();

async function bench(): Promise<number> {
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
  const atTime = benchHistory(questions, stem, seed);
  benchParse(questions, stem);
  const full = benchFull(questions, stem);
  const summaries = benchSummaries(questions, stem);
  const holders = await benchHolders(seed);
  const values = [
    `checks_a_second=${Math.round(slowest)}`,
    `at_a_time=${Math.round(atTime)}`,
    `sweep_full_ms=${full.toFixed(3)}`,
    `sweep_summaries_ms=${summaries.toFixed(3)}`,
    `holder_p95_ms=${holders.p95.toFixed(2)}`,
    `holder_growth=${holders.growth.toFixed(2)}`,
  ].join(" ");
  if (missed.length > 0) {
    console.log(`bench policy: short (${missed.join("; ")}): ${values}`);
    return 1;
  }
  console.log(`bench policy: ok ${values}`);
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

/** Checks a second on the slowest policy when the one in force at a moment of the past has to be found first. */
function benchHistory({ torrcs, targets }: PolicyQuestions, stem: Stem, seed: number): number {
  const asked = moments(targets.length, seed);
  const rates = Object.entries(torrcs).flatMap(([name, torrc]) => {
    const changed = torrcs[later(name)];
    if (changed === undefined) return [];
    const relay = changingRelay([torrc, changed]);
    const ask = () =>
      targets.map((target, index) => acceptedAt(relay, asked[index]?.at ?? 0, target));
    const names = [name, later(name)];
    const differing = ask().filter((answer, index) => {
      const version = names[asked[index]?.version ?? 0] ?? "";
      return answer !== stem.answers[version]?.[index];
    }).length;
    const rate = targets.length / cpuSeconds(ask);
    const times = rate / (stem.checks[name] ?? Number.NaN);
    console.log(
      `check at a time, ${name}, 36 versions: ${Math.round(rate)}/s, x${Math.round(times)} stem without the time, ${differing} differ`,
    );
    judge(differing === 0, `${name} at a time: ${differing} answers differ from stem's`);
    judge(rate >= 1_000_000, `${name} at a time: ${Math.round(rate)} checks/s, wanted 1,000,000`);
    judge(times >= TIMES_CHECKS, `${name} at a time: ${Math.round(times)} times stem`);
    return [rate];
  });
  return Math.min(...rates);
}

/** Milliseconds for "who held this address then" over three years, and how much ten times the history slows it. */
async function benchHolders(seed: number): Promise<{ p95: number; growth: number }> {
  const short = await timeHolders(THREE_YEARS / 10, seed);
  const long = await timeHolders(THREE_YEARS, seed);
  const growth = long.median / short.median;
  console.log(
    `who held the address, 100 relays: median ${ms(short.median)} over ${short.rows} tenures, ${ms(long.median)} over ${long.rows}, x${growth.toFixed(2)}; p95 ${ms(long.p95)}, ${long.wrong + short.wrong} wrong`,
  );
  judge(long.wrong + short.wrong === 0, `${long.wrong + short.wrong} holders are wrong`);
  judge(long.p95 <= 2, `holders: p95 ${ms(long.p95)}, wanted 2 ms at most`);
  judge(growth <= 1.3, `holders: ten times the history takes ${growth.toFixed(2)} times as long`);
  return { p95: long.p95, growth };
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
