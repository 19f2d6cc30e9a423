// npm run bench -- intake [--short] [--sqlite]: mail from a Dovecot into committed cases by the worker, CPU of worker and
// database a mail beside bare simpleParser on the same mails in the same rounds, and mails a second.
import { randomInt } from "node:crypto";
import { makeDesk } from "./bench-desk.ts";
import { isShort, type Report, runBench } from "./bench-report.ts";
import { generateMails } from "./generated-mails.ts";
import { type IntakePlan, measureIntake } from "./intake-turns.ts";

const PLAN: IntakePlan = isShort
  ? { warmUp: 60, rounds: 3, aRound: 25, forRate: 0 }
  : { warmUp: 500, rounds: 9, aRound: 200, forRate: 1_000 };

await runBench("intake", async (report) => {
  await measure("sqlite", report);
  if (!isShort && !process.argv.includes("--sqlite")) await measure("postgresql", report);
});

async function measure(engine: "sqlite" | "postgresql", { measured, tell }: Report) {
  const seed = randomInt(2 ** 31);
  const mails = generateMails(PLAN.warmUp + PLAN.rounds * PLAN.aRound + PLAN.forRate, seed);
  const desk = await makeDesk(engine);
  try {
    const { deskMs, parserMs, times, rate } = await measureIntake(desk, mails, PLAN);
    tell(
      `${engine}, seed ${seed}: ${deskMs.toFixed(2)} ms CPU a mail in worker and database, simpleParser ${parserMs.toFixed(2)} ms`,
    );
    const of = engine === "postgresql" ? engine : undefined;
    measured("intake_cpu", times, of);
    if (rate !== null) measured("intake_rate", rate, of);
  } finally {
    await desk.close();
  }
}
