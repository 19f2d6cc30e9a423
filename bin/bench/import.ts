// npm run bench -- import [--short] [--mails N] [--live] [--sqlite]: an mbox of N generated mails (100,000 unless said otherwise)
// through `exitdesk import --archive` and the worker until each is a case; CPU of all of it beside bare simpleParser, peak
// memory there and at a tenth of it, and the same mbox again. `--live`: as mail to be answered, with letters.
import { randomInt } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { simpleParser } from "mailparser";
import { type BenchDesk, makeDesk } from "./bench-desk.ts";
import { isShort, type Report, runBench } from "./bench-report.ts";
import { deskEnv, intakeCpuMs, opened, startWorker } from "./bench-worker.ts";
import { cpuMicros, median } from "./cpu-clock.ts";
import { generateMails, generateMbox } from "./generated-mails.ts";
import { peakMb } from "./process-cpu.ts";
import { runMeasured } from "./run-measured.ts";

const { values } = parseArgs({
  options: {
    short: { type: "boolean" },
    sqlite: { type: "boolean" },
    live: { type: "boolean" },
    mails: { type: "string", default: isShort ? "300" : "100000" },
  },
});
const MAILS = Number(values.mails);
const PARSED = isShort ? 200 : 1_000;

type Taken = { msEach: number; peakMb: number; addedAgain: number };

await runBench("import", async (report) => {
  await measure("sqlite", report);
  if (!isShort && !values.sqlite) await measure("postgresql", report);
});

async function measure(engine: "sqlite" | "postgresql", { measured, tell }: Report) {
  const seed = randomInt(2 ** 31);
  const parser = [await parserMs(seed)];
  const few = await take(engine, Math.ceil(MAILS / 10), seed);
  parser.push(await parserMs(seed));
  const many = await take(engine, MAILS, seed);
  parser.push(await parserMs(seed));
  tell(
    `${engine}, seed ${seed}: ${MAILS} mails, ${many.msEach.toFixed(2)} ms CPU each; simpleParser ${parser.map((ms) => ms.toFixed(2)).join(", ")} ms; a tenth of them ${few.msEach.toFixed(2)} ms each and ${few.peakMb.toFixed(0)} MB`,
  );
  const of = engine === "postgresql" ? engine : undefined;
  measured("import_cpu", many.msEach / median(parser), of);
  measured("import_rss", Math.max(few.peakMb, many.peakMb), of);
  measured("import_rss_growth", many.peakMb / few.peakMb, of);
  measured("import_again", many.addedAgain, of);
}

/** An empty desk takes so many mails, twice. What starting both processes costs is left out: an import of one mail says it. */
async function take(engine: "sqlite" | "postgresql", count: number, seed: number): Promise<Taken> {
  const desk = await makeDesk(engine);
  const mbox = path.join(desk.folder, "mails.mbox");
  try {
    const empty = path.join(desk.folder, "one.mbox");
    generateMbox(1, seed + 1, empty);
    const one = await importMbox(desk, empty);
    generateMbox(count, seed, mbox);
    const database = () => (desk.postmaster === null ? 0 : intakeCpuMs({ pid: 0 }, desk));
    const before = database();
    const imported = await importMbox(desk, mbox);
    const inDatabase = database() - before;
    const opening = await openAll(desk, count + 1);
    const again = await importMbox(desk, mbox);
    const mails = await desk.db.rawMail.count();
    console.log(
      `${engine}: ${count} mails: import ${((imported.cpuMs - one.cpuMs + inDatabase) / count).toFixed(2)} ms CPU each (${Math.round(count / imported.seconds)}/s, ${imported.peakMb.toFixed(0)} MB), cases ${(opening.cpuMs / count).toFixed(2)} ms CPU each (${Math.round(count / opening.seconds)}/s, ${opening.peakMb.toFixed(0)} MB)`,
    );
    return {
      msEach: (imported.cpuMs - one.cpuMs + inDatabase + opening.cpuMs) / count,
      peakMb: Math.max(imported.peakMb, opening.peakMb, again.peakMb),
      addedAgain: mails - count - 1 + addedOf(again.output),
    };
  } finally {
    await desk.close();
    rmSync(mbox, { force: true });
  }
}

async function importMbox(desk: BenchDesk, mbox: string) {
  const args = ["import", ...(values.live ? [] : ["--archive"]), mbox];
  return await runMeasured(args, deskEnv(desk));
}

function addedOf(output: string): number {
  return Number(/, (\d+) new,/.exec(output)?.[1] ?? Number.NaN);
}

async function openAll(desk: BenchDesk, count: number) {
  const worker = startWorker(desk);
  try {
    await opened(desk, worker, 1);
    const before = intakeCpuMs(worker, desk);
    const began = performance.now();
    await opened(desk, worker, count);
    return {
      cpuMs: intakeCpuMs(worker, desk) - before,
      peakMb: peakMb(worker.pid),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await worker.stop();
  }
}

/** CPU milliseconds of bare simpleParser a mail, on some of the same mails, the second time over. */
async function parserMs(seed: number): Promise<number> {
  const mails = generateMails(PARSED, seed);
  for (const mail of mails) await simpleParser(mail);
  const start = cpuMicros();
  for (const mail of mails) await simpleParser(mail);
  return (cpuMicros() - start) / 1000 / mails.length;
}
