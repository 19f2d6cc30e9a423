// npm run bench -- triage: what reading a mail costs (bytes to message, facts and kind), beside mailparser's simpleParser
// on the same bytes. Exit status 0 when every target is met, 1 when one is missed, 3 when there are no mails to read.
import { randomInt } from "node:crypto";
import { simpleParser } from "mailparser";
import { classify } from "../../lib/classify/classify.ts";
import { readComplaint } from "../../lib/complaints/read-complaint.ts";
import { parseMessage } from "../../lib/mail/parse-message.ts";
import { cpuMicros, median } from "./cpu-clock.ts";
import { type BenchMail, corpusMails, generatedMails } from "./triage-mails.ts";

/** The pure core may cost so many times what a plain parser costs. */
const MOST_TIMES = 1.5;
const RECEIVED_AT = Date.UTC(2026, 0, 1);
const WARM_UPS = 2;
const ROUNDS = 9;
/** Both sides take turns after so many mails, so that a busy moment of the machine falls on both. */
const TURN = 50;
/** The slowest mails are measured again, each by itself. */
const SUSPECTS = 5;

type Side = (mail: BenchMail) => Promise<unknown>;
type Cost = { parse: number; read: number; classify: number };

const missed: string[] = [];
process.exitCode = await bench();

async function bench(): Promise<number> {
  const seed = randomInt(2 ** 31);
  const generated = generatedMails(seed);
  if (generated === null) {
    console.error(
      "The mail generator is not beside the checkout (../shared/tools): nothing was measured.",
    );
    return 3;
  }
  console.log(`seed ${seed}; CPU time, this machine, both sides in this run, in turns`);
  const ratio = await compare("generated", generated);
  const corpus = corpusMails();
  const real = corpus === null ? null : await compare("corpus", corpus);
  if (missed.length > 0) {
    console.error(`bench triage: missed ${missed.join("; ")}`);
    return 1;
  }
  const beside = real === null ? "no corpus here" : `corpus=${real.toFixed(2)}`;
  console.log(`bench triage: ok ratio=${ratio.toFixed(2)} ${beside}`);
  return 0;
}

/** How many times a plain parse reading costs: the median of the rounds' ratios. */
async function compare(name: string, mails: BenchMail[]): Promise<number> {
  const rounds: { core: number; plain: number; cost: Cost }[] = [];
  const spent = new Map(mails.map((mail) => [mail, 0]));
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
    const cost = { parse: 0, read: 0, classify: 0 };
    const core: Side = async (mail) => {
      const start = cpuMicros();
      await readMail(mail, cost);
      spent.set(mail, (spent.get(mail) ?? 0) + cpuMicros() - start);
    };
    const [ours, theirs] = await inTurns(mails, core, plainParse, round % 2 === 0);
    if (round >= WARM_UPS) rounds.push({ core: ours, plain: theirs, cost });
  }
  const ratio = median(rounds.map(({ core, plain }) => core / plain));
  const each = (of: (round: (typeof rounds)[number]) => number) =>
    inWords(median(rounds.map(of)) / mails.length);
  const bytes = mails.reduce((sum, { raw }) => sum + raw.length, 0) / mails.length;
  console.log(
    `${name}: ${mails.length} mails of ${(bytes / 1024).toFixed(1)} KB; core ${each((round) => round.core)} a mail (parse ${each(({ cost }) => cost.parse)}, read ${each(({ cost }) => cost.read)}, classify ${each(({ cost }) => cost.classify)}), simpleParser ${each((round) => round.plain)}, x${ratio.toFixed(2)}`,
  );
  if (!(ratio <= MOST_TIMES))
    missed.push(`${name}: ${ratio.toFixed(2)} times simpleParser, wanted ${MOST_TIMES} at most`);
  await reportSlowest(mails.toSorted((a, b) => (spent.get(b) ?? 0) - (spent.get(a) ?? 0)));
  return ratio;
}

/** CPU microseconds of both sides over all mails. */
async function inTurns(
  mails: BenchMail[],
  core: Side,
  plain: Side,
  coreFirst: boolean,
): Promise<[number, number]> {
  let [ours, theirs] = [0, 0];
  for (let from = 0; from < mails.length; from += TURN) {
    const some = mails.slice(from, from + TURN);
    if (coreFirst) ours += await micros(core, some);
    theirs += await micros(plain, some);
    if (!coreFirst) ours += await micros(core, some);
  }
  return [ours, theirs];
}

async function micros(side: Side, mails: BenchMail[]): Promise<number> {
  const start = cpuMicros();
  for (const mail of mails) await side(mail);
  return cpuMicros() - start;
}

/** The pure core of `triageMail`, up to where the relays' history is asked. */
async function readMail({ raw }: BenchMail, cost: Cost): Promise<void> {
  const start = cpuMicros();
  const message = await parseMessage(raw);
  const parsed = cpuMicros();
  const complaint = readComplaint(message, RECEIVED_AT);
  const read = cpuMicros();
  classify(complaint);
  cost.parse += parsed - start;
  cost.read += read - parsed;
  cost.classify += cpuMicros() - read;
}

async function plainParse({ raw }: BenchMail): Promise<void> {
  await simpleParser(raw);
}

async function reportSlowest(slowestFirst: BenchMail[]): Promise<void> {
  const measured: { name: string; core: number; plain: number }[] = [];
  for (const mail of slowestFirst.slice(0, SUSPECTS)) {
    const core = await best((each) => readMail(each, { parse: 0, read: 0, classify: 0 }), mail);
    measured.push({ name: mail.name, core, plain: await best(plainParse, mail) });
  }
  const [slowest] = measured.toSorted((a, b) => b.core - a.core);
  if (slowest)
    console.log(
      `slowest: ${slowest.name}, core ${inWords(slowest.core)}, simpleParser ${inWords(slowest.plain)}, x${(slowest.core / slowest.plain).toFixed(2)}`,
    );
}

async function best(side: Side, mail: BenchMail): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    times.push(await micros(side, [mail]));
  }
  return Math.min(...times);
}

function inWords(value: number): string {
  return value < 1000 ? `${Math.round(value)} µs` : `${(value / 1000).toFixed(2)} ms`;
}
